package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code registry.limit}, and the proxies that may say who a client is. */
class ClientLimitIT {

    private static final int LIMIT = 60;

    @TempDir
    Path directory;

    private static HttpResponse<byte[]> refused(Http http, String path, String... headers) {
        for (int i = 0; i < 3 * LIMIT; i++) {
            HttpResponse<byte[]> response = http.get(path, headers);
            if (response.statusCode() == 429) {
                return response;
            }
        }
        throw new AssertionError(path + " was never refused");
    }

    @Test
    void aClientThatSendsTooManyRequestsIsToldWhenToContinue() throws Exception {
        try (RegistryServer server = new RegistryServer(directory).with("REGISTRY_LIMIT", Integer.toString(LIMIT))) {
            server.startAndAwaitReady();
            Http http = server.http();

            HttpResponse<byte[]> refused = refused(http, "/v2index", "X-Forwarded-For", "203.0.113.7");

            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(Http.text(refused)).startsWith("{\"status\":\"too many requests");
            assertThat(Http.text(refused(http, "/v2/"))).contains("\"TOOMANYREQUESTS\"");
            // not trusted, so it is the same client
            assertThat(refused(http, "/v2index", "X-Forwarded-For", "203.0.113.8", "Forwarded", "for=203.0.113.8")
                            .statusCode())
                    .isEqualTo(429);
            assertThat(http.status("/health/ready")).isEqualTo(200);
        }
    }

    @Test
    void aTrustedProxySaysWhoTheClientIsAndWrongCredentialsCountMore() throws Exception {
        try (RegistryServer server = new RegistryServer(Files.createDirectories(directory.resolve("other")))
                .with("REGISTRY_LIMIT", Integer.toString(LIMIT))
                .with("REGISTRY_TRUSTED_PROXIES", "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1")) {
            server.startAndAwaitReady();
            Http http = server.http();

            refused(http, "/v2index", "X-Forwarded-For", "203.0.113.7");
            assertThat(http.get("/v2index", "X-Forwarded-For", "203.0.113.8").statusCode())
                    .isEqualTo(200);
            int refusals = 0;
            while (http.get("/api/status", "X-Forwarded-For", "203.0.113.9", "Authorization", "Bearer wrong")
                            .statusCode()
                    == 401) {
                refusals++;
            }
            assertThat(refusals).isBetween(3, 10);
        }
    }
}
