package io.devfile.registry.viewer.detail;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import java.util.Optional;

/**
 * A notice that a version is deprecated.
 *
 * @param what the item that is deprecated: {@code version} or the kind of the entry
 * @param version the newest version that is not deprecated; empty if there is none
 * @param address of that version's page; empty if there is none
 */
public record Banner(String what, String version, String address) {

    static Optional<Banner> of(IndexEntry entry, Overview overview, Addresses addresses) {
        if (!overview.deprecated()) {
            return Optional.empty();
        }
        Optional<String> newest = VersionLink.newestNotDeprecated(entry).map(IndexVersion::version);
        return Optional.of(new Banner(
                newest.isPresent() ? "version" : entry.type().text(),
                newest.orElse(""),
                newest.map(version -> addresses.version(entry.name(), version)).orElse("")));
    }
}
