package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.ScriptedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The responses of a token service are not trusted either, and a token is used until it expires. */
@Timeout(60)
class TokenAnswersTest {

    private static final String LOGIN = "Basic bWU6czNjcmV0";

    private final AtomicInteger issued = new AtomicInteger();
    private ScriptedRegistry registry;
    private OciBackend backend;

    @AfterEach
    void close() {
        backend.close();
        registry.close();
    }

    /** A registry that accepts only the token that was issued last. */
    private void script(String realm, ScriptedRegistry.Script tokens) throws Exception {
        registry = new ScriptedRegistry(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/token")) {
                tokens.answer(exchange);
            } else if (("Bearer t" + issued).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 200, "{\"tags\":[]}");
            } else {
                challenge(exchange, realm.isEmpty() ? registry.url() + "/token" : realm);
            }
        });
        backend = Backends.at(registry.url(), "username", "me", "password", "s3cret");
    }

    private static void challenge(HttpExchange exchange, String realm) throws IOException {
        exchange.getResponseHeaders()
                .add(
                        "WWW-Authenticate",
                        "Bearer realm=\"" + realm + "\",service=\"a & b\",scope=\"repository:x:pull\",error=\""
                                + exchange.hashCode() + "\"");
        answer(exchange, 401, "");
    }

    private void issue(HttpExchange exchange, String key, String more) throws IOException {
        answer(exchange, 200, "{\"" + key + "\":\"t" + issued.incrementAndGet() + "\"" + more + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "access_token"})
    void aTokenIsAskedForWithTheLoginAndUsedWithoutIt(String key) throws Exception {
        script("", exchange -> issue(exchange, key, ""));

        backend.tags(GO);
        backend.tags(GO);

        assertThat(registry.requests())
                .extracting(request -> request.authorization().orElse("nothing"))
                .containsExactly("nothing", LOGIN, "Bearer t1", "Bearer t1");
        assertThat(registry.requests().get(1).uri())
                .hasToString("/token?service=a+%26+b&scope=repository%3Ax%3Apull&client_id=devfile-registry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void aTokenThatLastsNoTimeIsUsedOnce(String life) throws Exception {
        script("", exchange -> issue(exchange, "token", ",\"expires_in\":" + life));

        backend.tags(GO);
        backend.tags(GO);

        assertThat(issued).hasValue(2);
    }

    @Test
    void aTokenThatIsTakenBackIsReplacedOnce() throws Exception {
        script("", exchange -> issue(exchange, "token", ",\"expires_in\":3600"));
        backend.tags(GO);

        issued.incrementAndGet();
        backend.tags(GO);

        assertThat(issued).hasValue(3);
    }

    @Test
    void aTokenThatIsNeverGoodEnoughIsNotReplacedForever() throws Exception {
        script("", exchange -> answer(exchange, 200, "{\"token\":\"wrong\"}"));

        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> backend.tags(GO));

        assertThat(registry.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Please log in</html>",
                "",
                "{}",
                "[]",
                "{\"token\":\"\"}",
                "{\"token\":1}",
                "{\"token\":\"leaked\\r\\nHost: x\"}",
                "{\"token\":\"leaked token\"}",
                "{\"token\":\"leaked\",\"expires_in\":\"soon\"}"
            })
    void whatIsNoTokenIsNotUsed(String body) throws Exception {
        script("", exchange -> answer(exchange, 200, body));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining(registry.url() + "/token is not a token")
                .withMessageNotContaining("leaked")
                .withMessageNotContaining("scope");
        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void aTokenOfFiveGigabytesIsNotRead() throws Exception {
        script("", exchange -> exchange.sendResponseHeaders(200, 5L * 1024 * 1024 * 1024));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("more than 262144 bytes");
    }

    @Test
    void aTokenServiceThatIsNotWellIsAskedAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        script("", exchange -> {
            if (failures.getAndDecrement() > 0) {
                answer(exchange, 503, "");
            } else {
                issue(exchange, "token", "");
            }
        });

        backend.tags(GO);

        assertThat(issued).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tokens.example/token",
                "http://localhost.example/token",
                "ftp://127.0.0.1/token",
                "https://me@tokens.example/",
                "/token",
                "not an address"
            })
    void credentialsGoToNoRealmThatIsNotSafe(String realm) throws Exception {
        script(realm, exchange -> issue(exchange, "token", ""));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("the address of the token service")
                .withMessageContaining("Correct the realm");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void aReadyTokenIsShownAtOnce() throws Exception {
        registry = new ScriptedRegistry(exchange -> answer(exchange, 200, "{\"tags\":[]}"));
        backend = Backends.at(registry.url(), "token", "r34dy");

        backend.tags(GO);

        assertThat(registry.requests())
                .extracting(ScriptedRegistry.Request::authorization)
                .isEqualTo(List.of(Optional.of("Bearer r34dy")));
    }

    @Test
    void aReadyTokenThatIsRefusedIsNotSaidAloud() throws Exception {
        registry = new ScriptedRegistry(exchange -> challenge(exchange, registry.url() + "/token"));
        backend = Backends.at(registry.url(), "token", "r34dy");

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("does not accept the configured token")
                .withMessageNotContaining("r34dy");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void anUnknownWayOfAuthenticationIsNamed() throws Exception {
        registry = new ScriptedRegistry(exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Negotiate, NTLM abc==");
            answer(exchange, 401, "");
        });
        backend = Backends.at(registry.url(), "username", "me", "password", "s3cret");

        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("'negotiate, ntlm'");
    }
}
