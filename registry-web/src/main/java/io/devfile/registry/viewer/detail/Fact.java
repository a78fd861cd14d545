package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.catalogue.CatalogueQuery;
import io.devfile.registry.viewer.catalogue.Facet;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.WebLink;
import io.devfile.registry.viewer.page.When;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of facts.
 *
 * @param link empty if the text has no link
 * @param time machine-readable; empty if the text is not a time
 */
public record Fact(String label, String text, String link, String time) {

    /** The facts about a version or an entry; unknown facts are left out. */
    static List<Fact> of(CatalogEntry catalogEntry, @Nullable IndexVersion version, Part devfile) {
        IndexEntry entry = catalogEntry.entry();
        Part metadata = devfile.at("metadata");
        List<Fact> facts = new ArrayList<>();
        add(facts, Facet.LANGUAGES, entry.language());
        facts.add(text("Project type", entry.projectType()));
        add(facts, Facet.PROVIDERS, entry.provider());
        facts.add(link("Support", entry.supportUrl()));
        facts.add(link("Website", metadata.text("website")));
        facts.add(text("Architectures", architectures(entry, version)));
        facts.add(text(
                "Devfile schema",
                version != null && !version.schemaVersion().isEmpty()
                        ? version.schemaVersion()
                        : devfile.text("schemaVersion")));
        facts.add(text("Memory limit", entry.globalMemoryLimit()));
        When updated = When.day(version != null ? version.lastModified() : entry.lastModified());
        facts.add(new Fact("Last updated", updated.text(), "", updated.iso()));
        GitOrigin git = version != null && version.git() != null ? version.git() : entry.git();
        if (git != null) {
            addGit(facts, git);
        }
        if (catalogEntry.repository().isPresent() && version != null) {
            String base = Addresses.stackDevfile(entry.name(), version.version());
            facts.add(new Fact("Base of relative addresses", base, base, ""));
        }
        facts.add(text("Registry source", catalogEntry.source()));
        facts.add(text("Source revision", catalogEntry.revision()));
        return facts.stream().filter(fact -> !fact.text().isEmpty()).toList();
    }

    private static String architectures(IndexEntry entry, @Nullable IndexVersion version) {
        List<String> names = version != null ? version.architectures() : entry.architectures();
        return names.isEmpty() ? "not stated" : String.join(", ", names);
    }

    private static void addGit(List<Fact> facts, GitOrigin git) {
        StarterView.origins(git).forEach(origin -> facts.add(new Fact("Git remote", origin.text(), origin.link(), "")));
        facts.add(text("Git revision", git.revision()));
        facts.add(text("Directory", git.subDir()));
    }

    private static void add(List<Fact> facts, Facet facet, String value) {
        String text = DisplayText.line(value);
        facts.add(new Fact(
                facet.label(), text, CatalogueQuery.ALL.with(facet, text).address(), ""));
    }

    private static Fact text(String label, String text) {
        return new Fact(label, DisplayText.line(text), "", "");
    }

    private static Fact link(String label, String address) {
        return new Fact(label, DisplayText.line(address), WebLink.of(address).orElse(""), "");
    }
}
