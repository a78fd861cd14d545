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
 * @param fingerprint differs if anything differs that the index says about the version, or in its files; times do not
 *     count, because they may differ between servers with the same content
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
            if (described.versions().isEmpty()) {
                String facts = described.toBuilder().lastModified(null).build().toString();
                add(all, of(entry, "", facts, state.builtAt()));
            }
            // not what an entry has from its versions: a new version does not change the others
            List<String> common = List.of(
                    described.type().text(),
                    described.displayName(),
                    described.description(),
                    described.projectType(),
                    described.language(),
                    described.provider(),
                    described.supportUrl());
            for (IndexVersion version : described.versions()) {
                String facts =
                        common + version.toBuilder().lastModified(null).build().toString();
                add(all, of(entry, version.version(), facts, state.builtAt()));
            }
        }
        return all;
    }

    private static void add(Map<String, KnownVersion> all, KnownVersion one) {
        all.put(one.key(), one);
    }

    private static KnownVersion of(CatalogEntry entry, String version, String facts, Instant now) {
        Optional<VersionContent> content = entry.content(version);
        Digest digest = Publication.of(entry, version)
                .map(Publication::digest)
                .or(() -> content.map(one -> one.devfileContent().digest()))
                .orElse(null);
        String repository = content.flatMap(files -> entry.repository()).orElse(null);
        String everything = facts + digest + repository + content.map(VersionContent::files);
        return new KnownVersion(
                entry.entry().type().text(),
                entry.entry().name(),
                version,
                digest,
                repository,
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
