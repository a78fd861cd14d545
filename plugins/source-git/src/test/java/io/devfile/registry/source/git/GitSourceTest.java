package io.devfile.registry.source.git;

import static io.devfile.registry.source.git.GitFixture.assertFails;
import static io.devfile.registry.source.git.GitFixture.fetchAndRead;
import static io.devfile.registry.source.git.GitFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GitSourceTest {

    private static final String STACK = "stacks/go/devfile.yaml";

    @TempDir
    private Path scratch;

    private GitFixture fixture;
    private GitOrigin origin;

    @BeforeEach
    void begin() throws IOException {
        fixture = new GitFixture(scratch);
        origin = GitOrigin.create(scratch.resolve("origin"));
        origin.write(STACK, "a: 1\n");
    }

    @Test
    void theDefaultBranchIsFollowed() throws Exception {
        origin.git("checkout", "-q", "-b", "next");
        String next = origin.write(STACK, "a: 2\n");
        try (StackSource source = fixture.source(origin.url());
                Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.revision()).isEqualTo(next);
            assertThat(read(snapshot, STACK)).isEqualTo("a: 2\n");
            assertThat(snapshot.root().resolve(".git")).doesNotExist();
        }
    }

    @Test
    void aBranchIsFollowed() throws Exception {
        origin.git("checkout", "-q", "-b", "release/1.x");
        origin.write(STACK, "a: 2\n");
        origin.git("checkout", "-q", "main");
        try (StackSource source = fixture.source(origin.url(), "ref", "release/1.x")) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
            origin.git("checkout", "-q", "release/1.x");
            origin.write(STACK, "a: 3\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 3\n");
            assertThat(source.location()).isEqualTo(origin.url() + "#release/1.x");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTagIsFollowedWhereItIsMoved(boolean annotated) throws Exception {
        tag(annotated, "v1");
        String first = origin.head();
        try (StackSource source = fixture.source(origin.url(), "ref", "v1")) {
            try (Snapshot snapshot = source.fetch()) {
                assertThat(snapshot.revision()).isEqualTo(first);
            }
            origin.write(STACK, "a: 2\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            tag(annotated, "v1");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
        }
    }

    @Test
    void aBranchCountsBeforeATagOfTheSameName() throws Exception {
        tag(false, "both");
        origin.git("checkout", "-q", "-b", "both");
        origin.write(STACK, "branch\n");
        try (StackSource branch = fixture.source(origin.url(), "ref", "both")) {
            assertThat(fetchAndRead(branch, STACK)).isEqualTo("branch\n");
        }
        try (StackSource tag = fixture.source(origin.url(), "ref", "refs/tags/both")) {
            assertThat(fetchAndRead(tag, STACK)).isEqualTo("a: 1\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"2,", "2,1", "0,", "0,1"})
    void aCommitThatIsNotATipIsFetched(String protocol, String depth) throws Exception {
        String first = origin.head();
        origin.write(STACK, "a: 2\n");
        origin.git("config", "protocol.version", protocol);
        String[] more = depth == null ? new String[] {"ref", first} : new String[] {"ref", first, "depth", depth};
        try (StackSource source = fixture.source(origin.url(), more)) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            DurableFiles.deleteTree(origin.directory());
            assertThat(fetchAndRead(source, STACK))
                    .as("a commit does not change, so nobody is asked")
                    .isEqualTo("a: 1\n");
        }
    }

    @Test
    void aCommitThatIsNotThereIsAnError() throws Exception {
        try (StackSource source = fixture.source(origin.url(), "ref", "1".repeat(40))) {
            assertFails(source).withMessageContaining("the commit 1111");
        }
    }

    @Test
    void aBranchThatVanishesIsAnErrorUntilItIsBack() throws Exception {
        origin.git("branch", "next");
        try (StackSource source = fixture.source(origin.url(), "ref", "next");
                Snapshot snapshot = source.fetch()) {
            origin.git("branch", "-D", "next");
            assertFails(source).withMessageContaining("branch or tag 'next'");
            assertThat(read(snapshot, STACK)).as("what was delivered stays").isEqualTo("a: 1\n");
            origin.git("branch", "next");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
    }

    @Test
    void aForcedPushIsFollowed() throws Exception {
        origin.write(STACK, "a: 2\n");
        try (StackSource source = fixture.source(origin.url(), "ref", "main")) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
            origin.git("reset", "-q", "--hard", "HEAD~1");
            origin.write("stacks/java/devfile.yaml", "other\n");
            try (Snapshot snapshot = source.fetch()) {
                assertThat(read(snapshot, STACK)).isEqualTo("a: 1\n");
                assertThat(read(snapshot, "stacks/java/devfile.yaml")).isEqualTo("other\n");
            }
            origin.git("checkout", "-q", "--orphan", "unrelated");
            origin.write(STACK, "unrelated\n");
            origin.git("branch", "-f", "main");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("unrelated\n");
        }
    }

    @Test
    void anEmptyRepositoryIsAnError() throws Exception {
        GitOrigin empty = GitOrigin.create(scratch.resolve("empty"));
        try (StackSource source = fixture.source(empty.url())) {
            assertFails(source).withMessageContaining("is empty");
            empty.write(STACK, "a: 1\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
    }

    @Test
    void aTagOfAFileIsAnError() throws Exception {
        origin.git("tag", "blob", origin.git("hash-object", "-w", STACK));
        try (StackSource source = fixture.source(origin.url(), "ref", "blob")) {
            assertFails(source).withMessageContaining("is not a commit");
        }
    }

    @Test
    void aDirectoryWithoutARepositoryIsAnError() throws Exception {
        try (StackSource source = fixture.source("file://" + Files.createDirectory(scratch.resolve("plain")))) {
            assertFails(source).withMessageContaining("the repository does not exist");
        }
    }

    @Test
    void aDirectoryOfTheTreeIsDelivered() throws Exception {
        origin.write("registry/stacks/go/devfile.yaml", "below\n");
        try (StackSource source = fixture.source(origin.url(), "subdir", "registry");
                Snapshot snapshot = source.fetch()) {
            assertThat(read(snapshot, STACK)).isEqualTo("below\n");
            assertThat(snapshot.root().resolve("registry")).doesNotExist();
            assertThat(snapshot.lastModified(Path.of("stacks/go"))).isPresent();
        }
        try (StackSource source = fixture.source(origin.url(), "subdir", "no/such")) {
            assertFails(source).withMessageContaining("no directory 'no/such'");
        }
        try (StackSource source = fixture.source(origin.url(), "subdir", STACK)) {
            assertFails(source).withMessageContaining("no directory");
        }
    }

    @Test
    void executablesAndLinksAreKeptAndSubmodulesAreNot() throws Exception {
        Files.writeString(origin.directory().resolve("mvnw"), "#!/bin/sh\n");
        assertThat(origin.directory().resolve("mvnw").toFile().setExecutable(true))
                .isTrue();
        Files.createSymbolicLink(origin.directory().resolve("link"), Path.of("stacks/go"));
        origin.git("update-index", "--add", "--cacheinfo", "160000," + origin.head() + ",module");
        origin.git("add", "mvnw", "link");
        origin.git("commit", "-q", "-m", "More");
        try (StackSource source = fixture.source(origin.url());
                Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.root().resolve("mvnw")).isExecutable();
            assertThat(read(snapshot, "link/devfile.yaml")).isEqualTo("a: 1\n");
            assertThat(snapshot.root().resolve("module")).doesNotExist();
        }
    }

    @Test
    void filesAreDeliveredAsTheyAreStored() throws Exception {
        Files.writeString(origin.directory().resolve(".gitattributes"), "* text eol=crlf filter=lfs export-ignore\n");
        origin.git("config", "filter.lfs.smudge", "false");
        origin.write("README.md", "one\ntwo\n");
        try (StackSource source = fixture.source(origin.url())) {
            assertThat(fetchAndRead(source, "README.md")).isEqualTo("one\ntwo\n");
        }
    }

    @Test
    void onlyTheNewestTreeIsKept() throws Exception {
        try (StackSource source = fixture.source(origin.url())) {
            Path root;
            try (Snapshot first = source.fetch()) {
                root = first.root();
            }
            try (Snapshot again = source.fetch()) {
                assertThat(again.root()).isEqualTo(root);
            }
            for (int i = 0; i < 3; i++) {
                try (Snapshot open = source.fetch()) {
                    origin.write(STACK, "new: " + i + "\n");
                    assertThat(fetchAndRead(source, STACK)).isEqualTo("new: " + i + "\n");
                    assertThat(open.root()).exists();
                }
            }
            try (Stream<Path> trees = Files.list(root.getParent())) {
                assertThat(trees).hasSize(1);
            }
        }
    }

    @Test
    void aShallowCloneHasNoMoreHistoryThanWanted() throws Exception {
        for (int i = 0; i < 20; i++) {
            origin.write(STACK, "a: " + i + "\n");
        }
        try (StackSource source = fixture.source(origin.url(), "depth", "1")) {
            source.fetch().close();
            assertThat(history()).isEqualTo(1);
            origin.write(STACK, "new\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("new\n");
            assertThat(history()).isEqualTo(1);
        }
    }

    @Test
    void anotherDepthOrAddressIsClonedAnew() throws Exception {
        origin.write(STACK, "a: 2\n");
        try (StackSource source = fixture.source(origin.url(), "depth", "1")) {
            source.fetch().close();
        }
        try (StackSource source = fixture.source(origin.url())) {
            source.fetch().close();
            assertThat(history()).isEqualTo(2);
        }
        GitOrigin other = GitOrigin.create(scratch.resolve("other"));
        other.write(STACK, "other\n");
        try (StackSource source = fixture.source(other.url())) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("other\n");
            assertThat(history()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:sesame@example.com/x.git",
                "https://sesame@example.com/x.git",
                "ssh://git:sesame@example.com/x.git",
                "ftp://example.com/x.git",
                "ext::sh -c sesame",
                "amazon-s3://bucket/x",
                "/srv/x.git",
                "x.git",
                "https:///x.git",
                "file://host/x.git",
                "https://example.com/",
                "ssh://-oProxyCommand=sesame/x"
            })
    void otherAddressesAreRejectedWithoutBeingShown(String url) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> fixture.source(url))
                .withMessageContaining("registry.source.test.")
                .withMessageNotContaining("sesame");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/x, ref, a..b, ref",
        "https://example.com/x, ref, a b, ref",
        "https://example.com/x, depth, 0, depth",
        "https://example.com/x, depth, all, depth",
        "https://example.com/x, subdir, ../x, subdir",
        "https://example.com/x, password, sesame, username",
        "ssh://git@example.com/x, ssh-key, /key, known-hosts",
        "git@example.com:x, known-hosts, /hosts, ssh-key",
        "git://example.com/x, proxy, http://proxy:3128, proxy",
        "https://example.com/x, max-size, -1, max-size"
    })
    void settingsThatCannotBeAreRejected(String url, String key, String value, String named) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> fixture.source(url, key, value))
                .withMessageContaining("registry.source.test." + named)
                .withMessageNotContaining("sesame");
    }

    @Test
    void anOfflineRegistryReadsLocalRepositoriesAlone() throws Exception {
        assertThat(fetchAndRead(offline(origin.url()), STACK)).isEqualTo("a: 1\n");
        assertFails(offline("https://example.com/x.git")).withMessageContaining("offline");
    }

    private StackSource offline(String url) throws SettingException {
        PluginSettings settings = new PluginSettings("registry.source.test.", Map.of("url", url));
        return new GitSourceProvider().create(new PluginContext("test", settings, fixture.work(), true));
    }

    private int history() throws IOException {
        String commits = new GitOrigin(fixture.repository()).git("rev-list", "refs/registry/current");
        return commits.split("\n").length;
    }

    private void tag(boolean annotated, String name) throws IOException {
        if (annotated) {
            origin.git("tag", "-f", "-a", "-m", name, name);
        } else {
            origin.git("tag", "-f", name);
        }
    }
}
