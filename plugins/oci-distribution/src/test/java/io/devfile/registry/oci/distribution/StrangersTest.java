package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.bytes;
import static io.devfile.registry.oci.distribution.ScriptedRegistry.answer;
import static io.devfile.registry.oci.distribution.ScriptedRegistry.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Credentials are sent to the configured registry only, even after a redirect. */
@Timeout(60)
class StrangersTest {

    private static final byte[] CONTENT = bytes("0123456789");
    private static final Digest DIGEST = Digest.of(CONTENT);
    private static final String SECRET = "s3cret";

    private ScriptedRegistry registry;
    private ScriptedRegistry stranger;
    private OciBackend backend;

    private void script(ScriptedRegistry.Script home, ScriptedRegistry.Script elsewhere) throws Exception {
        stranger = new ScriptedRegistry(elsewhere);
        registry = new ScriptedRegistry(exchange -> {
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
                home.answer(exchange);
            } else {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
                answer(exchange, 401, "");
            }
        });
        backend = Backends.at(registry.url(), "username", "me", "password", SECRET);
    }

    @AfterEach
    void close() {
        backend.close();
        registry.close();
        stranger.close();
    }

    @Test
    void aBlobIsReadFromStorageElsewhereWithoutCredentials() throws Exception {
        script(
                exchange -> redirect(exchange, stranger.urlByName() + "/bucket/blob?signature=abc"),
                exchange -> answer(exchange, 200, CONTENT));

        assertThat(Artifacts.read(backend, DIGEST)).isEqualTo(CONTENT);

        assertThat(stranger.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty())
                .extracting(request -> request.uri().getQuery())
                .containsOnly("signature=abc");
    }

    @Test
    void anotherPortIsSomebodyElse() throws Exception {
        script(exchange -> redirect(exchange, stranger.url() + "/blob"), exchange -> answer(exchange, 200, CONTENT));

        assertThat(Artifacts.read(backend, DIGEST)).isEqualTo(CONTENT);

        assertThat(stranger.requests())
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
    }

    @Test
    void aStrangerWhoAsksForCredentialsGetsNone() throws Exception {
        script(exchange -> redirect(exchange, stranger.url() + "/blob?signature=abc"), exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"give\"");
            answer(exchange, 401, "");
        });

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.blob(GO, DIGEST))
                .withMessageContaining(stranger.url() + " responded with 401")
                .withMessageNotContaining("signature");
        assertThat(stranger.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
    }

    @Test
    void contentGoesElsewhereWithoutCredentials() throws Exception {
        script(
                exchange -> {
                    exchange.getResponseHeaders().add("Location", stranger.url() + "/bucket/upload?signature=abc");
                    answer(exchange, exchange.getRequestMethod().equals("HEAD") ? 404 : 202, "");
                },
                exchange -> answer(exchange, 201, ""));

        Artifacts.put(backend, CONTENT);

        assertThat(stranger.requests()).singleElement().satisfies(request -> {
            assertThat(request.authorization()).isEmpty();
            assertThat(request.uri().getQuery()).isEqualTo("signature=abc&digest=" + DIGEST);
        });
    }

    @Test
    void aPageElsewhereIsNotRead() throws Exception {
        script(
                exchange -> {
                    exchange.getResponseHeaders().add("Link", "<" + stranger.url() + "/more>; rel=\"next\"");
                    answer(exchange, 200, "{\"tags\":[\"a\"]}");
                },
                exchange -> answer(exchange, 200, "{\"tags\":[\"b\"]}"));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("is at another address: " + stranger.url());
        assertThat(stranger.requests()).isEmpty();
    }

    @Test
    void redirectsInACircleEnd() throws Exception {
        script(
                exchange -> redirect(
                        exchange, exchange.getRequestURI().getPath().equals("/b") ? "/a?token=abc" : "/b?token=abc"),
                exchange -> answer(exchange, 200, ""));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.blob(GO, DIGEST))
                .withMessageContaining("in a loop")
                .withMessageNotContaining("abc");
    }

    @Test
    void redirectsWithoutEndEnd() throws Exception {
        script(exchange -> redirect(exchange, "/" + registry.requests().size()), exchange -> answer(exchange, 200, ""));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.blob(GO, DIGEST))
                .withMessageContaining("more than 5 times");
    }

    @Test
    void redirectsToNowhereEnd() throws Exception {
        script(exchange -> answer(exchange, 302, ""), exchange -> answer(exchange, 200, ""));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.blob(GO, DIGEST))
                .withMessageContaining("redirects without an address");
    }

    @Test
    void whatIsToBeStoredIsNotRedirected() throws Exception {
        script(
                exchange -> {
                    if (exchange.getRequestMethod().equals("HEAD")) {
                        answer(exchange, 404, "");
                    } else {
                        redirect(exchange, stranger.url() + "/v2/");
                    }
                },
                exchange -> answer(exchange, 202, ""));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> Artifacts.put(backend, CONTENT))
                .withMessageContaining("redirects the upload to " + stranger.url() + "/v2/")
                .withMessageContaining("Set url");
        assertThat(stranger.requests()).isEmpty();
    }

    @Test
    void aRefusedPasswordIsNotSaidAloud() throws Exception {
        script(exchange -> answer(exchange, 401, ""), exchange -> answer(exchange, 200, ""));

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> backend.blob(GO, DIGEST))
                .satisfies(e -> assertThat(e).hasMessageNotContaining(SECRET))
                .satisfies(e -> assertThat(Optional.ofNullable(e.getCause()).map(Throwable::toString))
                        .isPresent()
                        .hasValueSatisfying(text -> assertThat(text).doesNotContain(SECRET)));
        assertThat(backend.location()).isEqualTo(registry.url().toString()).doesNotContain(SECRET);
    }
}
