package io.devfile.registry.viewer;

import io.devfile.registry.refresh.Registry;
import io.devfile.registry.spi.oci.model.Digest;
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

    private transient volatile Optional<KeptStatus> kept = Optional.empty();

    /** The last rendered status page, which is valid as long as it would show the same content. */
    private record KeptStatus(StatusPage page, Site site, Content content, String tag) {}

    @Override
    void answer(PageRequest pageRequest) throws IOException {
        String path = pageRequest.request().getPathInfo();
        ViewerRoute route = ViewerRoute.of(path == null ? "" : path);
        if (route instanceof ViewerRoute.Asset asset) {
            asset(pageRequest, asset.name());
        } else if (route instanceof ViewerRoute.Status) {
            status(pageRequest);
        } else if (route instanceof ViewerRoute.Unknown) {
            pageRequest.send(ProblemPage.unknownAddress());
        } else {
            Optional<StatePages> pages = prepared.get();
            if (pages.isEmpty()) {
                pageRequest.send(ProblemPage.notReady(registry.status()));
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
                registry.status(), registry.state(), registry.backend().works());
        Optional<KeptStatus> known =
                kept.filter(one -> one.page().equals(page) && one.site().equals(pageRequest.site()));
        if (known.isEmpty()) {
            Content content = pageRequest.render(Templates.STATUS, page);
            known = Optional.of(new KeptStatus(
                    page,
                    pageRequest.site(),
                    content,
                    Digest.of(content.bytes()).hex()));
            kept = known;
        }
        KeptStatus current = known.get();
        if (!pageRequest.isKnown(current.tag(), PageRequest.ALWAYS_CHECKED)) {
            pageRequest.send(current.content(), current.tag(), PageRequest.ALWAYS_CHECKED);
        }
    }

    private void asset(PageRequest pageRequest, String name) throws IOException {
        Optional<Content> content = assets.content(name);
        if (content.isEmpty()) {
            pageRequest.send(ProblemPage.unknownAddress());
        } else if (!pageRequest.isKnown(name, PageRequest.IMMUTABLE)) {
            pageRequest.send(content.get(), name, PageRequest.IMMUTABLE);
        }
    }
}
