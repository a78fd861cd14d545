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
import java.util.List;

/** States as JSON. Safe for use by several threads. */
public final class StateJson {

    private final Jsonb jsonb =
            JsonbBuilder.create(new JsonbConfig().withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL));

    /** What was kept: the catalogs and the time they were read. */
    record Kept(List<SourceCatalog> sources, Instant builtAt) {}

    byte[] write(List<SourceCatalog> sources, Instant builtAt) {
        return bytes(sources, builtAt.toString());
    }

    /** @throws IllegalArgumentException where these are not bytes that {@link #write} made */
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
            document.sources.forEach(source -> sources.add(DocumentReader.source(source)));
            return new Kept(sources, Instant.parse(document.builtAt));
        } catch (RuntimeException e) {
            // there are as many ways to fail as there are ways to be damaged
            throw new IllegalArgumentException("It is not what the registry wrote", e);
        }
    }

    /** Of the content alone, without the time. */
    Digest digest(List<SourceCatalog> sources) {
        return Digest.of(bytes(sources, ""));
    }

    private byte[] bytes(List<SourceCatalog> sources, String builtAt) {
        StateDocument document = new StateDocument();
        document.format = StateDocument.FORMAT;
        document.builtAt = builtAt;
        document.sources = sources.stream().map(DocumentWriter::source).toList();
        return jsonb.toJson(document).getBytes(StandardCharsets.UTF_8);
    }
}
