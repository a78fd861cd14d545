package io.devfile.registry.source.archive;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.SourceException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests an archive from an HTTP server. The only class of this plugin that opens connections. For one thread at a
 * time.
 */
final class ArchiveDownload {

    /** The maximum time of the whole download, as a multiple of the timeout. */
    static final int TIMEOUT = 20;

    private static final int REDIRECTS = 5;
    private static final long POLL_MILLIS = 50;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final URI address;
    private final HttpAccess access;
    private final long maximumBytes;
    private final Attempt attempt;

    ArchiveDownload(URI address, HttpAccess access, long maximumBytes) {
        this.address = address;
        this.access = access;
        this.maximumBytes = maximumBytes;
        this.attempt = new Attempt("download the archive " + location());
    }

    /** The address without its query, which may contain a signature. */
    String location() {
        return address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
    }

    /** The full address, for comparison. */
    URI address() {
        return address;
    }

    Attempt attempt() {
        return attempt;
    }

    /**
     * Downloads into a file that does not exist yet, unless the server answers that the known archive is current.
     *
     * @param known the validators that the server sent for the known archive
     * @return the validators of the new archive; empty if the known one is current
     * @throws SourceException if the server does not deliver the archive
     */
    Optional<Validators> download(Path target, Optional<Validators> known) throws SourceException {
        try {
            HttpClient client = access.client();
            long deadline =
                    System.nanoTime() + access.timeout().multipliedBy(TIMEOUT).toNanos();
            URI uri = address;
            for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
                HttpResponse<Void> response = send(client, request(uri, known), target, deadline);
                int status = response.statusCode();
                if (status == OK) {
                    return Optional.of(Validators.of(response.headers()));
                } else if (status == NOT_MODIFIED && known.isPresent()) {
                    return Optional.empty();
                }
                uri = redirect(uri, response);
            }
            throw attempt.failed(
                    "it redirects more than " + REDIRECTS + " times",
                    "Set the source's url to the address of the archive.");
        } catch (SettingException e) {
            throw attempt.failed(e.reason(), e.remedy(), e);
        }
    }

    private HttpRequest request(URI uri, Optional<Validators> known) throws SettingException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).GET().header("User-Agent", "devfile-registry");
        known.ifPresent(validators -> validators.ask(builder));
        if (isOrigin(uri)) {
            access.authorization().ifPresent(value -> builder.header("Authorization", value));
        }
        return builder.build();
    }

    /** Credentials are sent to the configured server only. */
    private boolean isOrigin(URI uri) {
        return uri.getScheme().equalsIgnoreCase(address.getScheme())
                && uri.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    }

    private URI redirect(URI from, HttpResponse<Void> response) throws SourceException {
        int status = response.statusCode();
        Optional<String> location = response.headers().firstValue("Location");
        if (status < 300 || status > 399 || location.isEmpty()) {
            throw HttpFailure.of(attempt, status, access.secret().isPresent());
        }
        URI to;
        try {
            to = from.resolve(location.get());
        } catch (IllegalArgumentException e) {
            throw attempt.failed(
                    "it redirects to something that is not an address",
                    "Set the source's url to the address of the archive.",
                    e);
        }
        String scheme = String.valueOf(to.getScheme());
        boolean secure = scheme.equalsIgnoreCase("https");
        boolean asSecure = scheme.equalsIgnoreCase("http") && from.getScheme().equalsIgnoreCase("http");
        if (to.getHost() == null || !(secure || asSecure)) {
            throw attempt.failed(
                    "it redirects from https to an address that is not https",
                    "Set the source's url to the address of the archive.");
        }
        return to;
    }

    private HttpResponse<Void> send(HttpClient client, HttpRequest request, Path target, long deadline)
            throws SourceException {
        FileBody body = new FileBody(target, maximumBytes);
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, info -> info.statusCode() == OK ? body : new FileBody.None());
        try {
            while (true) {
                try {
                    return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    check(body, deadline);
                }
            }
        } catch (InterruptedException e) {
            throw attempt.interrupted(e);
        } catch (ExecutionException e) {
            throw HttpFailure.of(attempt, e.getCause(), access);
        } finally {
            answer.cancel(true);
            body.abandon();
        }
    }

    private void check(FileBody body, long deadline) throws SourceException {
        Duration silent = body.silence();
        if (silent.compareTo(access.timeout()) > 0) {
            throw attempt.failed(
                    "the server has been silent for " + access.timeout().toSeconds() + " s",
                    "Check that it responds, or increase timeout.");
        }
        if (System.nanoTime() - deadline > 0) {
            throw attempt.failed(
                    "the download is not complete after "
                            + access.timeout().multipliedBy(TIMEOUT).toSeconds() + " s",
                    "Check that the server is fast enough, or increase timeout.");
        }
    }
}
