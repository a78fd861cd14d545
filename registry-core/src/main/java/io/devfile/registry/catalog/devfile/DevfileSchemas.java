package io.devfile.registry.catalog.devfile;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of all versions. Each schema is compiled when it is first needed. Safe to share between threads. */
final class DevfileSchemas {

    // Nothing is fetched: the schemas refer only to themselves and name no dialect.
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialects.getDraft202012(), builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
    private final Map<SchemaVersion, Map<String, @Nullable Object>> sources = new EnumMap<>(SchemaVersion.class);
    private final Map<SchemaVersion, DevfileSchema> compiled = new EnumMap<>(SchemaVersion.class);

    DevfileSchemas() {
        YamlReader reader = new YamlReader();
        Map<String, @Nullable Object> schema = Map.of();
        for (SchemaVersion version : SchemaVersion.values()) {
            schema = MergePatch.apply(read(version, reader), schema);
            sources.put(version, schema);
        }
    }

    synchronized DevfileSchema of(SchemaVersion version) {
        return compiled.computeIfAbsent(version, this::compile);
    }

    private DevfileSchema compile(SchemaVersion version) {
        Map<String, @Nullable Object> source = sources.getOrDefault(version, Map.of());
        Schema schema = registry.getSchema(JsonNodes.of(source));
        schema.initializeValidators();
        return new DevfileSchema(schema, source);
    }

    private static Map<?, ?> read(SchemaVersion version, YamlReader reader) {
        String resource = "schema-" + version.number() + ".yaml";
        try (InputStream in = DevfileSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing from this build");
            }
            return reader.read(in.readAllBytes()).mapping().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlReadException e) {
            throw new IllegalStateException("The resource " + resource + " is damaged in this build", e);
        }
    }
}
