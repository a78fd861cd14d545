package io.devfile.registry.viewer;

import io.devfile.registry.http.RequestIds;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.Slug;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** The common parts of all servlets that show pages: headers, and the handling of requests that cannot be answered. */
public abstract class PageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(PageServlet.class.getName());
    private static final String HEADLESS = "registry viewer is not available in headless mode";

    private static final ViewerConfiguration UNKNOWN = new ViewerConfiguration("devfile-registry", false, null, null);

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Inject
    private transient ViewerSettings settings;

    @Inject
    private transient Assets assets;

    /** Answers a request; not called in headless mode. */
    abstract void answer(PageRequest pageRequest) throws IOException;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ViewerConfiguration configuration = settings.get().orElse(UNKNOWN);
        if (configuration.headless()) {
            refuse(response, HEADLESS);
            return;
        }
        String base = BaseAddress.of(configuration.url(), request);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        PageRequest pageRequest = new PageRequest(
                request,
                response,
                Site.of(configuration.name(), base, assets),
                new Addresses(base, Slug.of(configuration.name())),
                configuration.url() != null ? "" : "Host");
        try {
            answer(pageRequest);
        } catch (IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            String id = RequestIds.of(request);
            LOG.log(Level.ERROR, "The request " + id + " for a page failed", e);
            response.resetBuffer();
            pageRequest.show(ProblemPage.broken(id));
        }
    }

    private static void refuse(HttpServletResponse response, String why) throws IOException {
        byte[] bytes = why.getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
