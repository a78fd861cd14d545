package io.devfile.registry.oci.distribution.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Seconds or a date; anything else is ignored. */
class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void secondsAndDatesAreRead() {
        assertThat(Response.retryAfter("0", NOW)).contains(Duration.ZERO);
        assertThat(Response.retryAfter("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(Response.retryAfter("Thu, 01 Jan 2026 00:01:00 GMT", NOW)).contains(Duration.ofMinutes(1));
        assertThat(Response.retryAfter("Wed, 31 Dec 2025 00:00:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "soon", "99999999999999999999", "2026-01-01T00:00:00Z"})
    void anythingElseIsNothing(String text) {
        assertThat(Response.retryAfter(text, NOW)).isEmpty();
    }
}
