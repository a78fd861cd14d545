package io.devfile.registry.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String SECRET = "It's a Secret to Everybody";

    /** The value in GitHub's documentation for this secret and the body "Hello, World!". */
    private static final String DOCUMENTED = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Signature> signature(String header, String value) {
        Map<String, String> headers = Map.of(header, value);
        return Signature.of(name -> Optional.ofNullable(headers.get(name)));
    }

    private static boolean accepts(String header, String value, String body) throws IOException {
        return signature(header, value).orElseThrow().isBy(SECRET, body(body));
    }

    @Test
    void takesTheSignatureThatGitHubDocuments() throws IOException {
        assertThat(accepts("X-Hub-Signature-256", "sha256=" + DOCUMENTED, "Hello, World!"))
                .isTrue();
    }

    @Test
    void takesTheSameFromGitea() throws IOException {
        assertThat(accepts("X-Gitea-Signature", DOCUMENTED, "Hello, World!")).isTrue();
    }

    @Test
    void takesTheTokenOfGitLabWithoutReadingTheBody() throws IOException {
        InputStream unreadable = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("read");
            }
        };
        assertThat(signature("X-Gitlab-Token", SECRET).orElseThrow().isBy(SECRET, unreadable))
                .isTrue();
        assertThat(accepts("X-Gitlab-Token", SECRET + "x", "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello, World", "Hello, World!\n", ""})
    void refusesTheSignatureOfAnotherBody(String body) throws IOException {
        assertThat(accepts("X-Hub-Signature-256", "sha256=" + DOCUMENTED, body)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256=", "sha256=00", "sha256=é", "sha256=" + DOCUMENTED + "0"})
    void refusesWhatIsNoSignature(String value) throws IOException {
        assertThat(accepts("X-Hub-Signature-256", value, "Hello, World!")).isFalse();
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(signature("X-Hub-Signature", "sha1=00")).isEmpty();
        assertThat(signature("X-Hub-Signature-256", "sha1=00")).isEmpty();
    }
}
