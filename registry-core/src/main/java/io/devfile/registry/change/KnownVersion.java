package io.devfile.registry.change;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.publish.Publication;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.state.RegistryState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of which the log knows how it was last served. Immutable.
 *
 * @param digest as in {@link Change}
 * @param repository as in {@link Change}
 * @param fingerprint differs if anything differs that the index says about the version, or in its files
 * @param since when it was first served like this
 */
public record KnownVersion(
        String type,
        String name,
        String version,
        @Nullable Digest digest,
        @Nullable String repository,
        Digest fingerprint,
        Instant since) {

    /** All versions of a state by their keys, in an order that is the same on all servers. */
    static Map<String, KnownVersion> of(RegistryState state) {
        Map<String, KnownVersion> all = new TreeMap<>();
        for (CatalogEntry entry : state.catalog().entries()) {
            IndexEntry described = entry.entry();
            String common = described.toBuilder().versions(List.of()).build().toString();
            if (described.versions().isEmpty()) {
                add(all, of(entry, common, null, state.builtAt()));
            }
            described.versions().forEach(version -> add(all, of(entry, common, version, state.builtAt())));
        }
        return all;
    }

    private static void add(Map<String, KnownVersion> all, KnownVersion one) {
        all.put(one.key(), one);
    }

    private static KnownVersion of(CatalogEntry entry, String common, @Nullable IndexVersion described, Instant now) {
        String version = described != null ? described.version() : "";
        Optional<VersionContent> content = entry.content(version);
        String everything = common + described + content;
        return new KnownVersion(
                entry.entry().type().text(),
                entry.entry().name(),
                version,
                Publication.of(entry, version)
                        .map(Publication::digest)
                        .or(() -> content.map(one -> one.devfileContent().digest()))
                        .orElse(null),
                content.flatMap(files -> entry.repository()).orElse(null),
                Digest.of(everything.getBytes(StandardCharsets.UTF_8)),
                now);
    }

    String key() {
        return name + "\n" + version;
    }

    Change as(String change, Instant time) {
        return new Change(change, type, name, version, digest, repository, time);
    }
}
