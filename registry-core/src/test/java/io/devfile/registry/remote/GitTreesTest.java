package io.devfile.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fixture.ManualClock;
import io.devfile.registry.fixture.TreeSource;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.settings.GitCredentials;
import io.devfile.registry.settings.SourceConfiguration;
import io.devfile.registry.spi.source.MissingSourceException;
import io.devfile.registry.spi.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitTreesTest {

    private static final TreeAddress.Git ADDRESS = new TreeAddress.Git("http://127.0.0.1:1/a.git", "main", "dir");

    @TempDir
    private Path directory;

    private final List<SourceConfiguration> opened = new ArrayList<>();
    private FetchGuard guard;
    private ContentStore store;
    private TreeSource source;
    private GitTrees trees;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(
                directory.resolve("credentials"),
                "# other servers\nhttps://a:b@127.0.0.1:1\n\nhttp://ann%40x:p+%3A@127.0.0.1:8\n");
        guard = FetchGuard.open(List.of("127.0.0.1"), null, false);
        store = ContentStore.open(directory.resolve("zips"));
        source = new TreeSource(Files.createDirectories(directory.resolve("tree")));
        CloneDirectories clones = new CloneDirectories(directory.resolve("clones"), 1 << 20, new ManualClock());
        Files.createDirectories(directory.resolve("clones"));
        GitTrees.Sources sources = (configuration, place, addresses) -> {
            assertThat(addresses).isSameAs(guard);
            opened.add(configuration);
            return new ConfiguredSource(configuration, source);
        };
        trees = new GitTrees(
                sources,
                guard,
                new GitCredentials(directory.resolve("credentials")),
                clones,
                store,
                Duration.ofSeconds(7),
                new ManualClock());
    }

    private RemoteException failure(TreeAddress.Git address) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                RemoteException.class, () -> trees.fetch(address, null));
    }

    @Test
    void thePluginIsGivenTheGuardAsItsAddressPolicyAndNoCredentials() throws Exception {
        source.file("readme.md", "hello");

        RemoteTree tree = trees.fetch(ADDRESS, null);

        assertThat(tree.id()).isEqualTo("r1");
        assertThat(store.has(tree.zip())).isTrue();
        assertThat(opened.get(0).type()).isEqualTo("git");
        assertThat(opened.get(0).settings())
                .containsEntry("url", ADDRESS.url())
                .containsEntry("ref", "main")
                .containsEntry("subdir", "dir")
                .containsEntry("timeout", "PT7S")
                .containsOnlyKeys("url", "ref", "subdir", "timeout", "depth", "max-size", "max-entries");
        assertThat(source.open()).isZero();
        assertThat(source.isClosed()).isTrue();
    }

    @Test
    void credentialsAreForOneSchemeHostAndPort() throws Exception {
        source.file("readme.md", "hello");

        trees.fetch(new TreeAddress.Git("http://127.0.0.1:8/a.git", "", ""), null);
        trees.fetch(new TreeAddress.Git("https://127.0.0.1:8/a.git", "", ""), null);
        trees.fetch(new TreeAddress.Git("http://127.0.0.1:9/a.git", "", ""), null);
        trees.fetch(new TreeAddress.Git("http://127.0.0.1/a.git", "", ""), null);

        assertThat(opened.get(0).settings()).containsEntry("username", "ann@x").containsEntry("password", "p+:");
        assertThat(opened.subList(1, 4))
                .allSatisfy(one -> assertThat(one.settings()).doesNotContainKeys("username", "password"));
    }

    @Test
    void aMalformedFileOfCredentialsIsReportedWithoutItsContent() throws Exception {
        Files.writeString(directory.resolve("credentials"), "https://ann:secret@\n");

        RemoteException failure = failure(ADDRESS);
        assertThat(failure.kind()).isEqualTo(RemoteException.Kind.FAILED);
        assertThat(failure).hasMessageContaining("cannot read its credentials").hasMessageNotContaining("secret");
    }

    @Test
    void theSameCommitIsNotPackedAgain() throws Exception {
        RemoteTree tree = trees.fetch(ADDRESS, null);
        store.remove(tree.zip());

        assertThat(trees.fetch(ADDRESS, tree).zip()).isEqualTo(tree.zip());
        assertThat(store.has(tree.zip())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "git://127.0.0.1/a.git, git:// addresses",
        "ssh://git@127.0.0.1/a.git, ssh addresses",
        "git@example.com:a/b.git, ssh addresses",
        "file:///etc, only http and https",
        "/etc, only http and https",
        "ext::sh -c x, not a valid address",
        "https://me:secret@127.0.0.1/a.git, a user name or a password",
        "http://127.0.0.2:1/a.git, registry.fetch.allow",
        "http://[::1]/a.git, registry.fetch.allow",
        "http://169.254.169.254/a.git, registry.fetch.allow",
    })
    void nothingIsTriedWhereTheRegistryDoesNotGo(String url, String reason) {
        RemoteException failure = failure(new TreeAddress.Git(url, "", ""));

        assertThat(failure.kind()).isEqualTo(RemoteException.Kind.REFUSED);
        assertThat(failure).hasMessageContaining(reason).hasMessageNotContaining("secret");
        assertThat(opened).isEmpty();
    }

    @Test
    void whatTheRemoteSaysIsPassedOnWithoutPathsOfThisMachine() {
        source.onFetch(() -> Optional.of(new MissingSourceException("fetch", "there is no branch", "Push one.")));
        assertThat(failure(ADDRESS).kind()).isEqualTo(RemoteException.Kind.NOT_FOUND);
        assertThat(failure(ADDRESS)).hasMessageContaining("there is no branch");

        String place = directory.resolve("clones/x/pack").toString();
        source.onFetch(() -> Optional.of(new SourceException("fetch", place + ": no space", "Make room.")));
        assertThat(failure(ADDRESS).kind()).isEqualTo(RemoteException.Kind.FAILED);
        assertThat(failure(ADDRESS)).hasMessageContaining("no space").hasMessageNotContaining(directory.toString());
    }

    @Test
    void anInterruptIsNoFailureOfTheRemote() {
        source.onFetch(() -> {
            Thread.currentThread().interrupt();
            return Optional.of(new SourceException("fetch", "it was interrupted", "Wait."));
        });

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> trees.fetch(ADDRESS, null));
        assertThat(Thread.interrupted()).isFalse();
    }
}
