package io.devfile.registry.distribution;

import io.devfile.registry.publish.CurrentBackend;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The distribution API, for reading only: finds out what a request is for, and says in the API's form what went wrong.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI Distribution
 *     Specification 1.1</a>
 */
@WebServlet(name = "distribution", urlPatterns = "/v2/*")
public class DistributionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(DistributionServlet.class.getName());

    @Inject
    private transient CurrentBackend backend;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Docker-Distribution-API-Version", "registry/2.0");
        try {
            answer(request, response);
        } catch (DistributionError e) {
            write(response, e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "A request for " + request.getRequestURI() + " failed", e);
            write(
                    response,
                    new DistributionError(ErrorCode.UNKNOWN, "the registry failed to answer; its log says more"));
        } catch (OciBackendException e) {
            LOG.log(Level.WARNING, e.getMessage(), e.getCause());
            response.setHeader("Retry-After", "5");
            write(
                    response,
                    new DistributionError(
                            ErrorCode.TOOMANYREQUESTS,
                            "the storage behind the registry does not answer; ask again later"));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, DistributionError, OciBackendException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            throw new DistributionError(
                    ErrorCode.UNSUPPORTED, "this registry is read-only; its content comes from its sources");
        }
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Route route = Route.of(path);
        Pull pull = new Pull(request, response);
        if (route instanceof Route.Ping) {
            pull.json("{}");
            return;
        }
        OciBackend content = backend.get()
                .orElseThrow(() -> new DistributionError(
                        ErrorCode.TOOMANYREQUESTS, "the registry is starting; ask again in a few seconds"));
        if (route instanceof Route.Catalog) {
            pull.catalog(content);
        } else if (route instanceof Route.Tags tags) {
            pull.tags(content, tags.repository());
        } else if (route instanceof Route.ManifestOf manifest) {
            pull.manifest(content, manifest.repository(), manifest.reference());
        } else if (route instanceof Route.BlobOf blob) {
            pull.blob(content, blob.repository(), blob.digest());
        } else if (route instanceof Route.ReferrersOf referrers) {
            pull.referrers(content, referrers.repository(), referrers.subject());
        }
    }

    private static void write(HttpServletResponse response, DistributionError error) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("The answer was under way when it failed: " + error.getMessage());
        }
        String body = Json.createObjectBuilder()
                .add(
                        "errors",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("code", error.code().name())
                                        .add("message", error.getMessage())))
                .build()
                .toString();
        response.setStatus(error.status());
        response.setHeader("Cache-Control", "no-store");
        Pull.writeJson(response, body);
    }
}
