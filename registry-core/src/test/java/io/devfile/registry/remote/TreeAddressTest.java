package io.devfile.registry.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.index.model.GitOrigin;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TreeAddressTest {

    private static GitOrigin origin(Map<String, String> remotes, String url, String remoteName) {
        return new GitOrigin(new TreeMap<>(remotes), url, remoteName, "", "main");
    }

    private static String url(Map<String, String> remotes, String url, String remoteName) throws RemoteException {
        return TreeAddress.of(origin(remotes, url, remoteName), "").url();
    }

    @Test
    void aRemoteIsTheOneThatIsNamedElseOriginOrTheOnlyOne() throws RemoteException {
        assertThat(url(Map.of("origin", "https://a", "other", "https://b"), "", "other"))
                .isEqualTo("https://b");
        assertThat(url(Map.of("origin", "https://a", "other", "https://b"), "", ""))
                .isEqualTo("https://a");
        assertThat(url(Map.of("only", "https://c"), "", "")).isEqualTo("https://c");
        assertThat(url(Map.of(), "https://d", "")).isEqualTo("https://d");
    }

    @Test
    void aRemoteThatIsNotThereIsRefused() {
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(() -> url(Map.of("origin", "https://a"), "", "other"))
                .withMessageContaining("no remote named 'other'")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(RemoteException.Kind.REFUSED));
        assertThatExceptionOfType(RemoteException.class)
                .isThrownBy(() -> url(Map.of("a", "https://a", "b", "https://b"), "", ""))
                .withMessageContaining("'origin'");
    }

    @Test
    void keysDifferWhereverSomethingElseIsMeant() {
        assertThat(new TreeAddress.Git("https://a", "main", "x").key())
                .isEqualTo(new TreeAddress.Git("https://a", "main", "./x/").key())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(new TreeAddress.Git("https://a", "main", "").key())
                .isNotEqualTo(new TreeAddress.Git("https://a", "", "x").key())
                .isNotEqualTo(new TreeAddress.Git("https://b", "main", "x").key());
        assertThat(new TreeAddress.Zip("https://a", "x").key())
                .isNotEqualTo(new TreeAddress.Git("https://a", "", "x").key());
    }

    @Test
    void onlyAFullCommitNeverChanges() {
        assertThat(new TreeAddress.Git("https://a", "0123456789012345678901234567890123456789", "").isImmutable())
                .isTrue();
        assertThat(new TreeAddress.Git("https://a", "0123456", "").isImmutable())
                .isFalse();
        assertThat(new TreeAddress.Zip("https://a", "").isImmutable()).isFalse();
    }

    @Test
    void neitherPasswordsNorQueriesAreShown() {
        assertThat(new TreeAddress.Git("https://me:secret@host/a.git?token=secret", "main", "x\ny"))
                .hasToString("https://host/a.git#main, directory x?y");
    }
}
