package io.devfile.registry.viewer;

import io.devfile.registry.refresh.Registry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.Optional;

/** The pages below {@code /viewer}: routes requests by their path. */
@WebServlet(name = "viewer", urlPatterns = "/viewer/*")
public class ViewerServlet extends PageServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PreparedPages prepared;

    @Inject
    private transient Assets assets;

    @Inject
    private transient Registry registry;

    @Override
    void answer(PageRequest pageRequest) throws IOException {
        String path = pageRequest.request().getPathInfo();
        ViewerRoute route = ViewerRoute.of(path == null ? "" : path);
        if (route instanceof ViewerRoute.Asset asset) {
            asset(pageRequest, asset.name());
        } else if (route instanceof ViewerRoute.Status) {
            status(pageRequest);
        } else if (route instanceof ViewerRoute.Unknown) {
            pageRequest.show(ProblemPage.unknownAddress(path == null ? "" : path));
        } else {
            Optional<StatePages> pages = prepared.get();
            if (pages.isEmpty()) {
                pageRequest.show(ProblemPage.notReady(registry.status()));
            } else {
                answer(route, new StatePageAnswers(pages.get(), pageRequest));
            }
        }
    }

    private static void answer(ViewerRoute route, StatePageAnswers answers) throws IOException {
        if (route instanceof ViewerRoute.CatalogueOf catalogue) {
            answers.catalogue(catalogue.registry());
        } else if (route instanceof ViewerRoute.Detail detail) {
            answers.detail(detail);
        } else if (route instanceof ViewerRoute.Feed) {
            answers.feed();
        }
    }

    /** Clients must always revalidate this page, because it changes with events, and not only with the content. */
    private void status(PageRequest pageRequest) throws IOException {
        StatusPage page = StatusPage.of(
                registry.status(),
                registry.state().orElse(null),
                registry.backend().works());
        pageRequest.show(Templates.STATUS, page, PageRequest.ALWAYS_CHECKED);
    }

    private void asset(PageRequest pageRequest, String name) throws IOException {
        Optional<Content> content = assets.content(name);
        if (content.isEmpty()) {
            pageRequest.show(ProblemPage.unknownAddress(name));
        } else {
            pageRequest.send(content.get(), PageRequest.IMMUTABLE);
        }
    }
}
