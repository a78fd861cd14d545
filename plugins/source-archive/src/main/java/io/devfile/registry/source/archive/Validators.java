package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.http.HttpExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.jspecify.annotations.Nullable;

/** The validators of a representation, used later to check whether it is current (RFC 9110, section 8.8). */
record Validators(@Nullable String etag, @Nullable String lastModified) {

    static Validators of(HttpExchange response) {
        return new Validators(
                response.header("ETag").orElse(null),
                response.header("Last-Modified").orElse(null));
    }

    void ask(HttpGet request) {
        if (etag != null) {
            request.setHeader("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.setHeader("If-Modified-Since", lastModified);
        }
    }

    /** Whether a request with these validators may be answered with 304. */
    boolean isConditional() {
        return etag != null || lastModified != null;
    }

    /** The time of the last change of the representation. */
    Optional<Instant> changed() {
        if (lastModified == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(lastModified, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
