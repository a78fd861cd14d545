package io.devfile.registry.viewer;

import io.devfile.registry.refresh.Registry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.Optional;

/** The files that search engines look for at the root of a site. */
@WebServlet(
        name = "site-files",
        urlPatterns = {SiteFilesServlet.SITEMAP, SiteFilesServlet.ROBOTS})
public class SiteFilesServlet extends PageServlet {

    static final String SITEMAP = "/sitemap.xml";
    static final String ROBOTS = "/robots.txt";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PreparedPages prepared;

    @Inject
    private transient Registry registry;

    @Override
    void answer(PageRequest pageRequest) throws IOException {
        Optional<StatePages> pages = prepared.get();
        if (pages.isEmpty()) {
            pageRequest.show(ProblemPage.notReady(registry.status()));
        } else if (pageRequest.request().getServletPath().equals(SITEMAP)) {
            new StatePageAnswers(pages.get(), pageRequest).sitemap();
        } else {
            new StatePageAnswers(pages.get(), pageRequest).robots();
        }
    }
}
