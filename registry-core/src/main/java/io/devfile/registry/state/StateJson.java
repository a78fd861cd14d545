package io.devfile.registry.state;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyOrderStrategy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** States as JSON. Safe for use by several threads. */
public final class StateJson {

    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

    /**
     * The stored state: the catalogs, the fingerprints of the configurations of their sources, and the time at which
     * the state was built.
     *
     * @param configurations by source; without unknown ones
     */
    record Kept(List<SourceCatalog> sources, Map<String, String> configurations, Instant builtAt) {}

    byte[] write(Kept kept) {
        return bytes(kept.sources(), kept.configurations(), kept.builtAt().toString());
    }

    /** @throws IllegalArgumentException if these bytes were not written by {@link #write} */
    Kept read(byte[] bytes) {
        try {
            StateDocument document = jsonb.fromJson(new String(bytes, StandardCharsets.UTF_8), StateDocument.class);
            if (document == null
                    || document.format != StateDocument.FORMAT
                    || document.sources == null
                    || document.builtAt == null) {
                throw new IllegalArgumentException("It has another format than this version of the registry writes");
            }
            List<SourceCatalog> sources = new ArrayList<>();
            Map<String, String> configurations = new HashMap<>();
            document.sources.forEach(source -> {
                SourceCatalog catalog = DocumentReader.source(source);
                sources.add(catalog);
                if (source.configuration != null) {
                    configurations.put(catalog.source(), source.configuration);
                }
            });
            return new Kept(sources, configurations, Instant.parse(document.builtAt));
        } catch (RuntimeException e) {
            // damage can cause many kinds of exceptions
            throw new IllegalArgumentException("It was not written by the registry, or it is damaged", e);
        }
    }

    /** The digest of the content only, without the time. */
    Digest digest(List<SourceCatalog> sources) {
        return Digest.of(bytes(sources, Map.of(), ""));
    }

    private byte[] bytes(List<SourceCatalog> sources, Map<String, String> configurations, String builtAt) {
        StateDocument document = new StateDocument();
        document.format = StateDocument.FORMAT;
        document.builtAt = builtAt;
        document.sources = sources.stream().map(DocumentWriter::source).toList();
        document.sources.forEach(source -> source.configuration = configurations.get(source.name));
        return jsonb.toJson(document).getBytes(StandardCharsets.UTF_8);
    }
}
