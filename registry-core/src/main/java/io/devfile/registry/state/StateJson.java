package io.devfile.registry.state;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.content.DigestAdapter;
import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** States as JSON: the catalogs of the sources, with the files named by their digests. Safe for use by several threads. */
public final class StateJson {

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    static final int FORMAT = 6;

    private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig()
            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
            .withNullValues(true)
            .withAdapters(new DigestAdapter()));

    /**
     * The stored state: the digest of the catalogs, the catalogs, the fingerprints of the configurations of their sources, and the time at which
     * the state was built.
     *
     * @param configurations by source; without unknown ones
     */
    public record Kept(
            int format,
            @Nullable Digest digest,
            List<SourceCatalog> sources,
            Map<String, String> configurations,
            Instant builtAt) {

        @JsonbCreator
        public Kept {
            sources = List.copyOf(sources);
            configurations = Map.copyOf(configurations);
        }

        Kept(List<SourceCatalog> sources, Map<String, String> configurations, Instant builtAt) {
            this(FORMAT, null, sources, configurations, builtAt);
        }
    }

    byte[] write(Kept kept) {
        return bytes(new Kept(FORMAT, digest(kept.sources()), kept.sources(), kept.configurations(), kept.builtAt()));
    }

    /** @throws IllegalArgumentException if these bytes were not written by {@link #write} */
    Kept read(byte[] bytes) {
        try {
            Kept kept = jsonb.fromJson(new String(bytes, StandardCharsets.UTF_8), Kept.class);
            if (kept == null || kept.format() != FORMAT) {
                throw new IllegalArgumentException("It has another format than this version of the registry writes");
            }
            // also finds values that are missing or were changed
            if (!digest(kept.sources()).equals(kept.digest())) {
                throw new IllegalArgumentException("Its content does not match its digest");
            }
            return new Kept(kept.sources(), kept.configurations(), Objects.requireNonNull(kept.builtAt()));
        } catch (RuntimeException e) {
            // damage can cause many kinds of exceptions
            throw new IllegalArgumentException("It is not what the registry wrote", e);
        }
    }

    /** The digest of the content only, without the time. */
    Digest digest(List<SourceCatalog> sources) {
        return Digest.of(bytes(sources));
    }

    private byte[] bytes(Object value) {
        return jsonb.toJson(value).getBytes(StandardCharsets.UTF_8);
    }
}
