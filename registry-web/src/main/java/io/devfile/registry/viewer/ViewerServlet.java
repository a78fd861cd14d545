package io.devfile.registry.viewer;

import io.devfile.registry.config.ViewerConfiguration;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.Slug;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** All web pages: finds out what a request is for, and shows a page about it where that cannot be had. */
@WebServlet(name = "viewer", urlPatterns = "/viewer/*")
public class ViewerServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ViewerServlet.class.getName());
    private static final String HEADLESS = "registry viewer is not available in headless mode";

    private static final ViewerConfiguration UNKNOWN =
            new ViewerConfiguration("devfile-registry", false, Optional.empty(), Optional.empty());

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Inject
    private transient ViewerSettings settings;

    @Inject
    private transient PreparedPages prepared;

    @Inject
    private transient RegistryStatus status;

    private transient Assets assets;
    private String build = "";

    @Override
    public void init() throws ServletException {
        try {
            assets = new Assets(getServletContext());
            build = BuildId.of(getServletContext());
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ViewerConfiguration configuration = settings.get().orElse(UNKNOWN);
        if (configuration.headless()) {
            plain(response, HttpServletResponse.SC_BAD_REQUEST, HEADLESS);
            return;
        }
        Optional<String> base = BaseAddress.of(configuration.url(), request);
        if (base.isEmpty()) {
            plain(response, HttpServletResponse.SC_BAD_REQUEST, "the request names no host that there can be");
            return;
        }
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        Visit visit = new Visit(
                request,
                response,
                Site.of(configuration.name(), base.get(), assets),
                new Addresses(base.get(), Slug.of(configuration.name())));
        try {
            answer(visit, configuration, response);
        } catch (IOException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.log(Level.SEVERE, "A request for a page failed", e);
            visit.send(ProblemPage.broken());
        }
    }

    private void answer(Visit visit, ViewerConfiguration configuration, HttpServletResponse response)
            throws IOException {
        String method = visit.request().getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            visit.send(ProblemPage.of(
                    HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                    "Pages are for reading",
                    "Only GET and HEAD requests are answered here."));
            return;
        }
        String path = visit.request().getPathInfo();
        ViewerRoute route = ViewerRoute.of(path == null ? "" : path);
        if (route instanceof ViewerRoute.Asset asset) {
            asset(visit, asset);
            return;
        }
        Optional<StatePages> pages = prepared.get(configuration, build);
        if (route instanceof ViewerRoute.Unknown) {
            visit.send(ProblemPage.of(
                    HttpServletResponse.SC_NOT_FOUND,
                    "There is no page at this address",
                    "The link may be old, or have a letter too many or too few."));
        } else if (pages.isEmpty()) {
            visit.send(ProblemPage.starting(status.startFailure().isPresent()));
        } else {
            answer(route, new StatePageAnswers(pages.get(), visit));
        }
    }

    private static void answer(ViewerRoute route, StatePageAnswers answers) throws IOException {
        if (route instanceof ViewerRoute.CatalogueOf catalogue) {
            answers.catalogue(catalogue.registry());
        } else if (route instanceof ViewerRoute.Detail detail) {
            answers.detail(detail);
        }
    }

    private void asset(Visit visit, ViewerRoute.Asset asset) throws IOException {
        Optional<Content> content = assets.content(asset.name());
        if (content.isEmpty()) {
            visit.send(ProblemPage.of(
                    HttpServletResponse.SC_NOT_FOUND,
                    "There is no such file",
                    "It belongs to another version of the registry. Load the page again."));
        } else if (!visit.isKnown(asset.name(), Visit.IMMUTABLE)) {
            visit.send(content.get(), asset.name(), Visit.IMMUTABLE);
        }
    }

    private static void plain(HttpServletResponse response, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(code);
        response.setContentType("text/plain;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
