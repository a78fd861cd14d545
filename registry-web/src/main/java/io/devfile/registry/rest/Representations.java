package io.devfile.registry.rest;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.http.ByteRange;
import io.devfile.registry.http.EntityTags;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Creates responses from content: conditional or partial, as requested. */
final class Representations {

    private static final String SHORT_LIVED = "public, max-age=60, stale-while-revalidate=300";

    /** The format of RFC 1123 that HTTP requires: with two digits for the day. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private static final long SMALL = 64 * 1024;

    private final HttpHeaders request;

    Representations(HttpHeaders request) {
        this.request = request;
    }

    /** The index, or a part of it. */
    static Response.ResponseBuilder index(byte[] json, Instant builtAt) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LAST_MODIFIED, httpDate(builtAt))
                .header(HttpHeaders.CACHE_CONTROL, SHORT_LIVED);
    }

    /** A file, or the requested range of it. */
    Response.ResponseBuilder of(StoredFile file, ContentStore store, MediaType type) {
        String tag = '"' + file.digest().toString() + '"';
        ByteRange range = ByteRange.of(rangeWanted(tag), file.size());
        Optional<Response.ResponseBuilder> notModified = notModified(tag);
        if (notModified.isEmpty() && range instanceof ByteRange.Unsatisfiable) {
            return unsatisfiable(file);
        }
        return notModified
                .orElseGet(() -> content(file, store, range, type))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, SHORT_LIVED);
    }

    /** The value of Last-Modified. */
    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static Response.ResponseBuilder unsatisfiable(StoredFile file) {
        return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Range", "bytes */" + file.size())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new ErrorBody("the range is not within the " + file.size() + " bytes of the file"));
    }

    private static Response.ResponseBuilder content(
            StoredFile file, ContentStore store, ByteRange range, MediaType type) {
        if (range instanceof ByteRange.Part part) {
            return Response.status(Response.Status.PARTIAL_CONTENT)
                    .type(type)
                    .header("Accept-Ranges", "bytes")
                    .header("Content-Range", part.contentRange(file.size()))
                    .header(HttpHeaders.CONTENT_LENGTH, part.length())
                    .entity(body(store, file, part.offset(), part.length()));
        }
        return Response.ok(body(store, file, 0, file.size()), type)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, file.size());
    }

    /** The requested range; empty if an If-Range header names another representation. */
    private String rangeWanted(String tag) {
        String condition = header("If-Range");
        return condition.isEmpty() || condition.equals(tag) ? header("Range") : "";
    }

    private Optional<Response.ResponseBuilder> notModified(String tag) {
        return EntityTags.matches(header(HttpHeaders.IF_NONE_MATCH), tag)
                ? Optional.of(Response.notModified())
                : Optional.empty();
    }

    private String header(String name) {
        String value = request.getHeaderString(name);
        return value == null ? "" : value;
    }

    /** The error for damaged content. The content store makes sure that such content is added again. */
    static RegistryException damaged() {
        return RegistryException.notYet("the content is damaged and is being read again; ask again in a few seconds");
    }

    /** Small content is verified before the response begins; if large content is wrong, the response is aborted. */
    private static Object body(ContentStore store, StoredFile file, long offset, long length) {
        if (file.size() <= SMALL) {
            try {
                byte[] all = store.read(file);
                return length == all.length ? all : Arrays.copyOfRange(all, (int) offset, (int) (offset + length));
            } catch (IOException e) {
                throw damaged();
            }
        }
        return (StreamingOutput) out -> {
            try (InputStream content = store.open(file, offset, length)) {
                content.transferTo(out);
            }
        };
    }
}
