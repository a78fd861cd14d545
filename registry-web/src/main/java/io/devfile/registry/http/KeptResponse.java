package io.devfile.registry.http;

import io.devfile.registry.spi.oci.model.Digest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A complete response with the status 200, which can be sent to many clients: whole, compressed, or as 304 to a client that
 * has it. Immutable, and thread-safe.
 */
final class KeptResponse {

    private static final String GZIP = "gzip";

    /** Subtypes that compress well, besides those of {@code text}. */
    private static final Set<String> TEXTS =
            Set.of("json", "yaml", "xml", "svg+xml", "javascript", "atom+xml", "x-yaml");

    private final List<Header> headers;
    private final String type;
    private final String tag;
    private final String gzipTag;
    private final byte[] body;
    private volatile byte @Nullable [] gzip;
    private final boolean compressible;
    private final boolean variesByAccept;
    private final boolean variesByHost;
    private final String cacheControl;

    private record Header(String name, String value) {}

    /**
     * @param response the response, with its headers
     * @param body all of its content; not copied
     */
    KeptResponse(HttpServletResponse response, byte[] body, boolean compresses) {
        this.body = body;
        this.type = response.getContentType() == null ? "application/octet-stream" : response.getContentType();
        this.compressible = compresses && body.length > 0 && isText(type);
        String vary = String.join(", ", response.getHeaders("Vary"));
        this.variesByAccept = names(vary, "accept");
        this.variesByHost = names(vary, "host");
        this.cacheControl = String.join(", ", response.getHeaders("Cache-Control"));
        String given = response.getHeader("ETag");
        this.tag = given == null ? '"' + Digest.of(body).hex().substring(0, 40) + '"' : given;
        this.gzipTag = tag.substring(0, tag.length() - 1) + "-gzip\"";
        List<Header> all = new ArrayList<>();
        for (String name : response.getHeaderNames()) {
            if (isOwn(name)) {
                response.getHeaders(name).forEach(value -> all.add(new Header(name, value)));
            }
        }
        if (compressible || !vary.isEmpty()) {
            boolean named = !compressible || names(vary, "accept-encoding");
            all.add(new Header("Vary", named ? vary : vary.isEmpty() ? "Accept-Encoding" : vary + ", Accept-Encoding"));
        }
        this.headers = List.copyOf(all);
    }

    /** Whether a header belongs to the response itself, and is not set again for each client or connection. */
    private static boolean isOwn(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content-length",
                    "content-type",
                    "content-encoding",
                    "etag",
                    "vary",
                    "date",
                    "connection",
                    "set-cookie",
                    "transfer-encoding",
                    "x-powered-by",
                    "x-request-id",
                    "content-language" -> false;
            default -> true;
        };
    }

    private static boolean isText(String type) {
        int end = type.indexOf(';');
        String essence = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return essence.startsWith("text/") || TEXTS.contains(essence.substring(essence.indexOf('/') + 1));
    }

    private static boolean names(String vary, String header) {
        for (String one : vary.split(",")) {
            if (one.strip().equalsIgnoreCase(header)) {
                return true;
            }
        }
        return false;
    }

    boolean variesByAccept() {
        return variesByAccept;
    }

    boolean variesByHost() {
        return variesByHost;
    }

    /** Whether no cache may store the response. */
    boolean mustNotBeStored() {
        return cacheControl.contains("no-store");
    }

    /** Whether the response stays the same for some time. */
    boolean isLasting() {
        return cacheControl.contains("max-age") && !mustNotBeStored();
    }

    /** The approximate size in memory, in bytes, with the compressed form. */
    int weight() {
        return body.length + (compressible ? body.length / 4 : 0) + 1024;
    }

    /** Whether the client of a request gets the compressed form. */
    boolean isCompressedFor(HttpServletRequest request) {
        return compressible
                && AcceptHeader.of(Collections.list(request.getHeaders("Accept-Encoding")))
                        .acceptsGzip();
    }

    /** Sends the response, or 304 if the client has it. */
    void send(HttpServletRequest request, HttpServletResponse response, boolean compress) throws IOException {
        String current = compress ? gzipTag : tag;
        for (Header header : headers) {
            response.setHeader(header.name(), header.value());
        }
        response.setHeader("ETag", current);
        String known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.matches(known, current)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] content = compress ? gzip() : body;
        if (compress) {
            response.setHeader("Content-Encoding", GZIP);
        }
        response.setContentType(type);
        response.setContentLength(content.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    private byte[] gzip() {
        byte[] compressed = gzip;
        if (compressed == null) {
            compressed = compressed(body);
            gzip = compressed;
        }
        return compressed;
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream stream = new BestGzip(out)) {
            stream.write(bytes);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return out.toByteArray();
    }

    /** With the best compression, because content is compressed once for many clients. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
