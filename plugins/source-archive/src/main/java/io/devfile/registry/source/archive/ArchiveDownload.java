package io.devfile.registry.source.archive;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.http.HttpExchange;
import io.devfile.registry.toolkit.http.HttpFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Requests an archive from an HTTP server. The only class of this plugin that opens connections. For one thread at a
 * time.
 */
final class ArchiveDownload {

    /** The maximum time of the whole download, as a multiple of the timeout. */
    static final int TIMEOUT_FACTOR = 20;

    private static final int REDIRECTS = 5;
    private static final int BUFFER = 64 * 1024;
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
     * @param known the validators that the server sent for the known archive; null if no archive is known
     * @return the validators of the new archive; empty if the known one is current
     * @throws SourceException if the server does not deliver the archive
     */
    Optional<Validators> download(Path target, @Nullable Validators known) throws SourceException {
        Deadline deadline = Deadline.after(access.timeout().multipliedBy(TIMEOUT_FACTOR));
        try (CloseableHttpClient client = access.client()) {
            URI uri = address;
            for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
                try (HttpExchange exchange = HttpExchange.send(client, request(uri, known), deadline)) {
                    int status = exchange.status();
                    if (status == OK) {
                        save(exchange, target);
                        return Optional.of(Validators.of(exchange));
                    } else if (status == NOT_MODIFIED && known != null && known.isConditional()) {
                        return Optional.empty();
                    }
                    uri = redirect(uri, exchange);
                }
            }
            throw attempt.failed(
                    "it redirects more than " + REDIRECTS + " times",
                    "Set the source's url to the address of the archive.");
        } catch (HttpFailure e) {
            throw failure(e);
        } catch (IOException e) {
            throw attempt.failed(e);
        } catch (SettingException e) {
            throw attempt.failed(e.reason(), e.remedy(), e);
        }
    }

    private void save(HttpExchange exchange, Path target) throws IOException {
        try (InputStream body = exchange.body();
                OutputStream file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                if (bytes > maximumBytes) {
                    throw new UnsafeTreeException(
                            "it has more than " + maximumBytes + " bytes", "Make it smaller, or increase max-size.");
                }
                file.write(buffer, 0, read);
            }
        }
    }

    private HttpGet request(URI uri, @Nullable Validators known) throws SettingException {
        HttpGet request = new HttpGet(uri);
        if (known != null) {
            known.ask(request);
        }
        if (isOrigin(uri)) {
            access.authorization().ifPresent(value -> request.setHeader("Authorization", value));
        }
        return request;
    }

    /** Credentials are sent to the configured server only. */
    private boolean isOrigin(URI uri) {
        return uri.getScheme().equalsIgnoreCase(address.getScheme())
                && uri.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    }

    private URI redirect(URI from, HttpExchange exchange) throws SourceException {
        int status = exchange.status();
        Optional<String> location = exchange.header("Location");
        if (status < 300 || status > 399 || location.isEmpty()) {
            throw refused(status);
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
                    "it redirects from https to http, or to an address that is not http or https",
                    "Set the source's url to the address of the archive.");
        }
        return to;
    }

    private SourceException refused(int status) {
        boolean credentials = access.secret() != null;
        return switch (status) {
            case 401, 403, 407 ->
                attempt.failed(
                        credentials
                                ? "the server refuses the credentials (" + status + ")"
                                : "the server asks for credentials (" + status + "), and none are set",
                        "Set username and password, or token, to those of a user with read permission.");
            case 404, 410 ->
                attempt.missing(
                        "the server found nothing at this address (" + status + ")",
                        credentials
                                ? "Set the source's url to the address of the archive, or use credentials with permission to read it."
                                : "Set the source's url to the address of the archive, or set credentials if the server requires them.");
            default ->
                attempt.failed("the server responded with " + status, "Find out why; the next refresh tries again.");
        };
    }

    private SourceException failure(HttpFailure e) {
        return switch (e.kind()) {
            case INTERRUPTED -> attempt.interrupted(e);
            case TIMED_OUT ->
                attempt.failed(e.getMessage(), "Check that the server is fast enough, or increase timeout.", e);
            case UNTRUSTED, NO_TLS ->
                attempt.failed(
                        e.getMessage(),
                        "Check that the certificate is valid, and that ca is a file with the authority that issued it.",
                        e);
            default ->
                attempt.failed(
                        e.getMessage(),
                        "Check that the server can be reached from the registry; the next refresh tries again.",
                        e);
        };
    }
}
