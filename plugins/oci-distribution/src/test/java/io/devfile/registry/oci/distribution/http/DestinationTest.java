package io.devfile.registry.oci.distribution.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The target of a redirect is an address that is no less secure, and messages contain no more of it than its path. */
class DestinationTest {

    private static final Destination HOME = at("https://registry.example/v2/a/blobs/uploads/");

    @ParameterizedTest
    @CsvSource({
        "/v2/a/1?state=x, https://registry.example/v2/a/1?state=x",
        "1, https://registry.example/v2/a/blobs/uploads/1",
        "?n=1, https://registry.example/v2/a/blobs/uploads/?n=1",
        "//other.example/x, https://other.example/x",
        "https://storage.example:8443/b?sig=1, https://storage.example:8443/b?sig=1"
    })
    void referencesAreReadAsAddresses(String reference, String address) throws Exception {
        assertThat(HOME.resolve("Location", reference).address()).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://registry.example/",
                "http://other.example/",
                "file:///etc/passwd",
                "mailto:a@b.example",
                "https://me:pw@other.example/",
                "https:///nowhere",
                "https://other.example/a b",
                "%"
            })
    void whatIsNotAsSafeIsRefused(String reference) {
        assertThatExceptionOfType(CallFailedException.class)
                .isThrownBy(() -> HOME.resolve("Location", reference))
                .withMessageStartingWith("the Location in a response of https://registry.example ")
                .withMessageNotContaining("pw")
                .matches(e -> e.kind() == CallFailedException.Kind.PERMANENT);
    }

    @Test
    void plainHttpMayLeadToEncryption() throws Exception {
        assertThat(at("http://registry.example/").resolve("Location", "https://registry.example/"))
                .isEqualTo(at("https://registry.example/"));
    }

    @Test
    void queriesAreAddedTo() {
        assertThat(at("http://a.example/b").withMoreQuery("c=d").address()).hasToString("http://a.example/b?c=d");
        assertThat(at("http://a.example/b?").withMoreQuery("c=d").address()).hasToString("http://a.example/b?c=d");
        assertThat(at("http://a.example/b?e=%20f#g").withMoreQuery("c=d").address())
                .hasToString("http://a.example/b?e=%20f&c=d");
    }

    @Test
    void asTextItHasNeitherQueryNorUser() {
        assertThat(at("https://me:pw@a.example:443/b/c?signature=x#y")).hasToString("https://a.example/b/c");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://A.EXAMPLE:443/b, true",
        "http://a.example, http://a.example:80, true",
        "https://a.example, http://a.example, false",
        "https://a.example, https://a.example:8443, false",
        "https://a.example, https://b.example, false"
    })
    void originsAreTheSameWhereSchemeHostAndPortAre(String one, String other, boolean same) {
        assertThat(at(one).origin().equals(at(other).origin())).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:5000, true",
        "http://127.1.2.3, true",
        "http://[::1]:80, true",
        "http://127.0.0.1.example, false",
        "http://localhost.example, false",
        "http://10.0.0.1, false"
    })
    void thisMachineIsKnown(String address, boolean loopback) {
        assertThat(at(address).origin().isLoopback()).isEqualTo(loopback);
    }

    private static Destination at(String address) {
        return Destination.of(URI.create(address));
    }
}
