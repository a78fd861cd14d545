package io.devfile.registry.change;

import io.devfile.registry.content.DigestAdapter;
import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of an entry that was added, changed or removed. Immutable. The components are as in the JSON of the feed.
 *
 * @param change one of {@link #ADDED}, {@link #CHANGED} and {@link #REMOVED}
 * @param type {@code stack} or {@code sample}
 * @param version the empty string if the entry has no versions, like most samples
 * @param digest of the manifest if the version has an artifact, else of its devfile; null if the registry has neither
 * @param repository the repository of the artifact, in which {@code version} is its tag; null if there is none
 * @param time when the registry began to serve it like this, or stopped serving it
 */
@JsonbPropertyOrder({"change", "type", "name", "version", "digest", "repository", "time"})
public record Change(
        String change,
        String type,
        String name,
        String version,
        @JsonbTypeAdapter(DigestAdapter.class) @Nullable Digest digest,
        @Nullable String repository,
        Instant time) {

    public static final String ADDED = "added";
    public static final String CHANGED = "changed";
    public static final String REMOVED = "removed";
}
