package io.devfile.registry.distribution;

import io.devfile.registry.http.RequestIds;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;

/**
 * The read-only distribution API: routes requests, and reports errors in the format of the API.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI Distribution
 *     Specification 1.1</a>
 */
@WebServlet(name = "distribution", urlPatterns = "/v2/*")
public class DistributionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(DistributionServlet.class.getName());

    @Inject
    private transient Registry registry;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Docker-Distribution-API-Version", "registry/2.0");
        DistributionExchange exchange = new DistributionExchange(request, response);
        try {
            answer(exchange);
        } catch (DistributionError e) {
            if (e.getCause() != null) {
                LOG.log(
                        Level.WARNING,
                        () -> e.getMessage() + " " + e.detail() + ": "
                                + e.getCause().getMessage());
                registry.backend().suspectDamage();
            }
            write(exchange, e);
        } catch (OciBackendException e) {
            LOG.log(Level.WARNING, e.getMessage(), e.getCause());
            write(exchange, error(e));
        } catch (BrokenContentException e) {
            LOG.log(Level.WARNING, e.getMessage());
            registry.backend().suspectDamage();
            throw e;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client closed the connection before it received the response", e);
        } catch (RuntimeException e) {
            String id = RequestIds.of(request);
            LOG.log(Level.ERROR, "The request " + id + " for " + request.getRequestURI() + " failed", e);
            write(
                    exchange,
                    new DistributionError(
                            ErrorCode.UNKNOWN, "the registry failed to respond; see its log", Map.of("request", id)));
        }
    }

    private void answer(DistributionExchange exchange) throws IOException, DistributionError, OciBackendException {
        String path = exchange.request().getPathInfo();
        Route route = Route.of(path == null ? "" : path);
        if (route instanceof Route.Ping) {
            exchange.json("{}");
            return;
        }
        if (route instanceof Route.InRepository inside && !Namespace.contains(inside.repository())) {
            throw new DistributionError(
                    ErrorCode.NAME_UNKNOWN,
                    "there is no such repository",
                    Map.of("name", inside.repository().value()));
        }
        if (registry.backend().get().isEmpty()) {
            throw new DistributionError(
                    ErrorCode.TOOMANYREQUESTS, "the registry is starting; ask again in a few seconds", Map.of());
        }
        if (route instanceof Route.Catalog) {
            new Listing(exchange, registry.backend())
                    .repositories(registry.state().orElse(null));
        } else if (route instanceof Route.Tags tags) {
            new Listing(exchange, registry.backend()).tags(tags.repository());
        } else if (route instanceof Route.ManifestOf manifest) {
            new ManifestPull(
                            exchange,
                            registry.backend(),
                            registry.artifacts(),
                            manifest.repository(),
                            manifest.reference())
                    .answer();
        } else if (route instanceof Route.BlobOf blob) {
            new BlobPull(exchange, registry.backend(), registry.artifacts(), blob.repository(), blob.digest()).answer();
        } else if (route instanceof Route.ReferrersOf referrers) {
            new ReferrersListing(exchange, registry.backend(), referrers.repository(), referrers.subject()).answer();
        }
    }

    private DistributionError error(OciBackendException failure) {
        if (failure instanceof ContentMismatchException || failure instanceof MissingContentException) {
            registry.backend().suspectDamage();
            return new DistributionError(
                    ErrorCode.UNKNOWN,
                    "the stored content is damaged or incomplete; the registry is checking it",
                    Map.of());
        }
        return new DistributionError(
                ErrorCode.TOOMANYREQUESTS, "the storage of the registry does not respond; ask again later", Map.of());
    }

    static void write(DistributionExchange exchange, DistributionError error) throws IOException {
        HttpServletResponse response = exchange.response();
        if (response.isCommitted()) {
            throw new IOException("The response failed after it had begun: " + error.getMessage());
        }
        JsonObjectBuilder detail = Json.createObjectBuilder();
        error.detail().forEach(detail::add);
        String body = Json.createObjectBuilder()
                .add(
                        "errors",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("code", error.code().name())
                                        .add("message", error.getMessage())
                                        .add("detail", detail)))
                .build()
                .toString();
        response.setStatus(error.status());
        response.setHeader("Cache-Control", "no-store");
        if (error.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        exchange.json(body);
    }
}
