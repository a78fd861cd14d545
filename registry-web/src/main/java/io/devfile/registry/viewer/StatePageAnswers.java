package io.devfile.registry.viewer;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.text.ClosestNames;
import io.devfile.registry.viewer.catalogue.CataloguePage;
import io.devfile.registry.viewer.catalogue.CatalogueQuery;
import io.devfile.registry.viewer.catalogue.Facet;
import io.devfile.registry.viewer.feed.AtomFeed;
import io.devfile.registry.viewer.feed.Sitemap;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.Slug;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a request for a page that shows content. For use by one thread. */
final class StatePageAnswers {

    private static final int MAX_VERSIONS = 50;

    private final StatePages pages;
    private final PageRequest pageRequest;

    StatePageAnswers(StatePages pages, PageRequest pageRequest) {
        this.pages = pages;
        this.pageRequest = pageRequest;
    }

    void catalogue(@Nullable String registry) throws IOException {
        CatalogueQuery query = pages.catalogue().query(pageRequest.request().getParameterMap());
        if (registry != null && !pages.isRegistry(registry)) {
            Optional<String> source = pages.source(Slug.of(registry));
            if (source.isEmpty()) {
                pageRequest.show(ProblemPage.of(
                        HttpServletResponse.SC_NOT_FOUND,
                        "There is no such registry",
                        ProblemPage.quoted(registry) + " is neither this registry nor one of its sources.",
                        "Instead",
                        List.of(new ProblemPage.Link("Browse all", Addresses.CATALOGUE))));
                return;
            }
            query = query.with(Facet.REGISTRIES, source.get()).onPage(query.page());
        }
        CatalogueQuery existing = CataloguePage.within(pages.catalogue(), query);
        if (existing.page() != query.page()) {
            pageRequest.redirect(existing.address());
            return;
        }
        pageRequest.show(Templates.CATALOGUE, CataloguePage.of(pages.catalogue(), existing), PageRequest.SHORT_LIVED);
    }

    void detail(ViewerRoute.Detail detail) throws IOException {
        Optional<CatalogEntry> entry = pages.state().entry(detail.name());
        if (entry.isEmpty() || !pages.isRegistryOf(detail.registry(), entry.get())) {
            pageRequest.show(unknownEntry(detail));
            return;
        }
        IndexEntry indexed = entry.get().entry();
        String parameter = pageRequest.request().getParameter("devfile-version");
        String asked = detail.version() == null && parameter != null && !parameter.isBlank()
                ? parameter.strip()
                : detail.version();
        Optional<IndexVersion> version = version(indexed, asked);
        if (version.isEmpty() && (asked != null || !indexed.versions().isEmpty())) {
            pageRequest.show(unknownVersion(indexed, asked != null ? asked : "default"));
            return;
        }
        pageRequest.show(
                Templates.DETAIL,
                pages.details().page(entry.get(), version.orElse(null), pageRequest.addresses()),
                PageRequest.SHORT_LIVED);
    }

    void feed() throws IOException {
        send(new Content(
                AtomFeed.TYPE,
                AtomFeed.of(pageRequest.site().title(""), pages.state().index().entries(), pageRequest.addresses())));
    }

    void sitemap() throws IOException {
        send(new Content(Sitemap.TYPE, Sitemap.of(pages.state().index().entries(), pageRequest.addresses())));
    }

    void robots() throws IOException {
        String text = "User-agent: *\nAllow: /\nSitemap: "
                + pageRequest.addresses().absolute(SiteFilesServlet.SITEMAP) + "\n";
        send(new Content("text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
    }

    private void send(Content content) throws IOException {
        pageRequest.send(content, PageRequest.SHORT_LIVED);
    }

    private static Optional<IndexVersion> version(IndexEntry entry, @Nullable String asked) {
        if (asked == null || asked.equals("default")) {
            return entry.defaultVersion().or(() -> asked == null ? entry.latestVersion() : Optional.empty());
        }
        return entry.version(asked).or(() -> asked.equals("latest") ? entry.latestVersion() : Optional.empty());
    }

    private ProblemPage unknownEntry(ViewerRoute.Detail detail) {
        List<String> names = pages.state().entry(detail.name()).isPresent()
                ? List.of(detail.name())
                : ClosestNames.to(
                        detail.name(),
                        pages.state().index().entries().stream()
                                .map(IndexEntry::name)
                                .toList());
        return ProblemPage.of(
                        HttpServletResponse.SC_NOT_FOUND,
                        "There is no such stack or sample",
                        ProblemPage.quoted(detail.registry() + "/" + detail.name())
                                + " is not in this registry. It may have been renamed or removed.",
                        "Did you mean",
                        names.stream()
                                .map(name -> new ProblemPage.Link(
                                        name, pageRequest.addresses().entry(name)))
                                .toList())
                .withSearch(detail.name());
    }

    private ProblemPage unknownVersion(IndexEntry entry, String version) {
        List<ProblemPage.Link> links = entry.versions().stream()
                .limit(MAX_VERSIONS)
                .map(one -> new ProblemPage.Link(
                        one.version(), pageRequest.addresses().version(entry.name(), one.version())))
                .toList();
        return ProblemPage.of(
                HttpServletResponse.SC_NOT_FOUND,
                "There is no such version",
                entry.name() + " has no version " + ProblemPage.quoted(version) + ".",
                "The versions of " + entry.name(),
                links.isEmpty()
                        ? List.of(new ProblemPage.Link(
                                entry.name(), pageRequest.addresses().entry(entry.name())))
                        : links);
    }
}
