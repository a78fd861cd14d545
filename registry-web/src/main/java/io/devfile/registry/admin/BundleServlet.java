package io.devfile.registry.admin;

import io.devfile.registry.bundle.Bundles;
import io.devfile.registry.bundle.MadeBundle;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.state.RegistryState;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/bundle[?incomplete=true]} with the configured token: all served content, as a tar.gz for a registry
 * without a network. If something cannot be fetched, the response is 502 with a list, unless an incomplete bundle is
 * allowed. One bundle is created at a time; meanwhile, other requests get 503. HEAD does all the work, but sends no
 * content.
 */
@WebServlet(name = "bundle", urlPatterns = "/api/bundle")
public class BundleServlet extends AdminServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(BundleServlet.class.getName());

    @Inject
    private transient Registry registry;

    @Override
    void perform(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<RegistryState> state = registry.state();
        Optional<Bundles> making = registry.bundles();
        if (state.isEmpty() || making.isEmpty()) {
            later(response, "the registry is starting; ask again later");
            return;
        }
        boolean incomplete = Boolean.parseBoolean(request.getParameter("incomplete"));
        try (Made made = new Made(making.get().make(state.get(), incomplete).orElse(null))) {
            if (made.bundle() == null) {
                later(response, "another bundle is being made; ask again later");
            } else {
                answer(request, response, made.bundle());
            }
        } catch (NoSuchFileException e) {
            LOG.log(Level.INFO, "A bundle could not be completed, because the served content changed meanwhile.", e);
            later(response, "the served content changed meanwhile; ask again");
        } catch (StorageException e) {
            LOG.log(Level.WARNING, "A bundle could not be written. Check that the data directory has free space.", e);
            status(
                    response,
                    HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                    "the registry cannot store the bundle on its disk; see its log");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            later(response, "the registry is stopping; ask again later");
        }
    }

    /** Closes the bundle, if there is one. */
    private record Made(@Nullable MadeBundle bundle) implements AutoCloseable {
        @Override
        public void close() {
            if (bundle != null) {
                bundle.close();
            }
        }
    }

    private static void later(HttpServletResponse response, String why) throws IOException {
        response.setHeader("Retry-After", "10");
        status(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, why);
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, MadeBundle bundle)
            throws IOException {
        if (!bundle.hasArchive()) {
            String status =
                    "the bundle lacks the files listed in 'missing'; correct these problems, or send ?incomplete=true";
            JsonObjectBuilder body = Json.createObjectBuilder().add("status", status);
            write(response, HttpServletResponse.SC_BAD_GATEWAY, body.addAll(Json.createObjectBuilder(bundle.report())));
            return;
        }
        response.setContentType("application/gzip");
        response.setHeader("Content-Disposition", "attachment; filename=\"bundle.tar.gz\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Bundle-Missing", Integer.toString(bundle.missing().size()));
        response.setContentLengthLong(bundle.size());
        if (request.getMethod().equals("GET")) {
            try (InputStream bytes = bundle.open()) {
                bytes.transferTo(response.getOutputStream());
            }
        }
    }
}
