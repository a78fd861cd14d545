package io.devfile.registry.source.archive;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The validators of a representation, used later to check whether it is current (RFC 9110, section 8.8). */
record Validators(Optional<String> etag, Optional<String> lastModified) {

    static Validators of(HttpHeaders headers) {
        return new Validators(headers.firstValue("ETag"), headers.firstValue("Last-Modified"));
    }

    void ask(HttpRequest.Builder request) {
        etag.ifPresent(value -> request.header("If-None-Match", value));
        lastModified.ifPresent(value -> request.header("If-Modified-Since", value));
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
