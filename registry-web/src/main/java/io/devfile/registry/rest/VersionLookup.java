package io.devfile.registry.rest;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.index.model.IndexItem;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.query.InvalidParameterException;
import io.devfile.registry.index.query.LatestQuery;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the entry and the version that a client names, or reports which name is wrong. */
final class VersionLookup {

    static final String DEFAULT = "default";
    static final String LATEST = "latest";

    private final RegistryState state;

    VersionLookup(RegistryState state) {
        this.state = state;
    }

    CatalogEntry entry(String name) {
        return state.entry(name)
                .orElseThrow(() -> RegistryException.notFound("the registry has no devfile " + SafeText.quoted(name)
                        + "; /index/all lists those that it has"));
    }

    /**
     * A version that was found.
     *
     * @param lastModified when the version was last changed; null if this is not known
     */
    record Found(VersionContent files, @Nullable Instant lastModified) {}

    /** The files of a version; {@code latest} and {@code default} are also allowed. */
    Found find(String name, String version) {
        return find(name, version, new MultivaluedHashMap<>());
    }

    /** Like {@link #find(String, String)}; {@code latest} within the schema versions that the parameters allow. */
    Found find(String name, String version, MultivaluedMap<String, String> parameters) {
        CatalogEntry entry = entry(name);
        String number = number(entry, version, parameters);
        return new Found(content(entry, number), lastModified(entry, number).orElse(null));
    }

    private VersionContent content(CatalogEntry entry, String number) {
        return entry.content(number).orElseThrow(() -> missing(entry, number));
    }

    private RegistryException missing(CatalogEntry entry, String number) {
        String name = entry.entry().name();
        String devfile = "the devfile of " + name + (number.isEmpty() ? "" : " " + number);
        if (state.samples().isPending(name, number)) {
            return RegistryException.notYet(devfile + " is still being fetched; ask again in a few seconds");
        }
        return state.samples()
                .failure(name, number)
                .map(failure -> RemoteFailures.of(devfile, failure))
                .orElseGet(() -> RegistryException.notFound(devfile
                        + " is not in this registry, because the source does not include it" + origin(entry, number)));
    }

    /** Whether this text names a version of the entry. */
    boolean isVersion(CatalogEntry entry, String version) {
        return version.equals(DEFAULT)
                || version.equals(LATEST)
                || entry.entry().version(version).isPresent();
    }

    private static String number(CatalogEntry entry, String version, MultivaluedMap<String, String> parameters) {
        LatestQuery query = latestQuery(parameters);
        if (entry.entry().versions().isEmpty() && (version.equals(DEFAULT) || version.equals(LATEST))) {
            return "";
        }
        if (version.equals(LATEST)) {
            return query.select(entry.entry())
                    .map(IndexVersion::version)
                    .orElseThrow(() -> RegistryException.notFound(outOfRange(entry)));
        }
        Optional<IndexVersion> found = version.equals(DEFAULT)
                ? entry.entry().defaultVersion()
                : entry.entry().version(version);
        return found.map(IndexVersion::version)
                .orElseThrow(() -> RegistryException.notFound(entry.entry().name() + " has no version "
                        + SafeText.quoted(version) + "; its versions are "
                        + entry.entry().versions().stream()
                                .map(IndexVersion::version)
                                .limit(50)
                                .collect(Collectors.joining(", "))));
    }

    private static Optional<Instant> lastModified(CatalogEntry entry, String number) {
        Optional<? extends IndexItem> item =
                number.isEmpty() ? Optional.of(entry.entry()) : entry.entry().version(number);
        // content without a known time has the epoch or an earlier time
        return item.map(IndexItem::lastModified).map(OffsetDateTime::toInstant).filter(Instant.EPOCH::isBefore);
    }

    private static LatestQuery latestQuery(MultivaluedMap<String, String> parameters) {
        try {
            return LatestQuery.parse(parameters);
        } catch (InvalidParameterException e) {
            throw RegistryException.badRequest(e.getMessage());
        }
    }

    private static String outOfRange(CatalogEntry entry) {
        return entry.entry().name() + " has no version whose schemaVersion is within minSchemaVersion and"
                + " maxSchemaVersion; the schema versions of its versions are "
                + entry.entry().versions().stream()
                        .map(IndexVersion::schemaVersion)
                        .distinct()
                        .limit(50)
                        .collect(Collectors.joining(", "));
    }

    private static String origin(CatalogEntry entry, String number) {
        return entry.entry()
                .version(number)
                .map(IndexVersion::git)
                .or(() -> Optional.ofNullable(entry.entry().git()))
                .map(git -> git.remotes().isEmpty()
                        ? git.url()
                        : git.remotes().get(git.remotes().firstKey()))
                .map(remote -> "; it comes from " + remote)
                .orElse("");
    }
}
