package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.http.HttpExchange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** The validators of a representation, used later to check whether it is current (RFC 9110, section 8.8). */
record Validators(Optional<String> etag, Optional<String> lastModified) {

    static Validators of(HttpExchange response) {
        return new Validators(response.header("ETag"), response.header("Last-Modified"));
    }

    void ask(HttpGet request) {
        etag.ifPresent(value -> request.setHeader("If-None-Match", value));
        lastModified.ifPresent(value -> request.setHeader("If-Modified-Since", value));
    }

    /** The time of the last change of the representation. */
    Optional<Instant> changed() {
        try {
            return lastModified.map(value -> ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
