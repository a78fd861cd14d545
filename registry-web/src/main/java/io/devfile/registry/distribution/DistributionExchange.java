package io.devfile.registry.distribution;

import io.devfile.registry.http.AcceptHeader;
import io.devfile.registry.http.EntityTags;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;

/** A request, and the common parts of its responses. */
record DistributionExchange(HttpServletRequest request, HttpServletResponse response) {

    static final String IMMUTABLE = "public, max-age=31536000, immutable";
    static final String REVALIDATE = "public, no-cache";

    boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** A query parameter; one without a value counts as absent. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** Whether the Accept header does not exclude a type. */
    boolean accepts(MediaType type) {
        return AcceptHeader.of(Collections.list(request.getHeaders("Accept"))).acceptsType(type.value());
    }

    /** Whether the request depends on the content that the client has. */
    boolean isConditional() {
        return header("If-None-Match").isPresent();
    }

    /** Whether the client has this content already. */
    boolean isKnown(Digest digest) {
        return header("If-None-Match")
                .filter(known -> EntityTags.matches(known, entityTag(digest)))
                .isPresent();
    }

    /** Sets the headers that identify the content. Only for content that is sure to be sent, not for errors. */
    void identify(Digest digest, String caching) {
        response.setHeader("Docker-Content-Digest", digest.toString());
        response.setHeader("ETag", entityTag(digest));
        response.setHeader("Cache-Control", caching);
    }

    void notModified() {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    }

    void json(String body) throws IOException {
        body("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    void body(MediaType type, byte[] bytes) throws IOException {
        body(type.value(), bytes);
    }

    private void body(String type, byte[] bytes) throws IOException {
        response.setContentType(type);
        response.setContentLength(bytes.length);
        if (!isHead()) {
            response.getOutputStream().write(bytes);
        }
    }

    static String entityTag(Digest digest) {
        return '"' + digest.toString() + '"';
    }
}
