package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.YamlDocument;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a devfile can be served: by the schema of the version that it names, by the rules of the devfile
 * specification, and by the additional requirements of the registry.
 *
 * <p>Makes no requests: the content of a parent or a plugin is not known, and references to such content are accepted.
 *
 * <p>Create one instance and share it: it is safe for use by several threads, and compiles each schema once, when it is
 * first needed.
 */
public final class DevfileValidator {

    private final DevfileSchemas schemas = new DevfileSchemas();

    /**
     * Validates a devfile. The rules of the specification are applied only if the schema finds no errors.
     *
     * @param document any document; it does not have to be a devfile
     * @return the violations, by line; empty if there are none. At most about a hundred; the last one then gives the
     *     number of violations that are left out.
     */
    public List<Violation> validate(YamlDocument document) {
        return validate(document, DevfileRules.REGISTRY);
    }

    /** As {@link #validate}, but without the registry's own requirements: for devfiles that it does not index. */
    public List<Violation> validateSpecification(YamlDocument document) {
        return validate(document, List.of());
    }

    private List<Violation> validate(YamlDocument document, List<DevfileRules.Check> own) {
        Violations report = new Violations(document);
        Optional<Map<String, @Nullable Object>> mapping = document.mapping();
        if (mapping.isEmpty()) {
            report.error(
                    "", "A devfile must be a mapping, but this is not a mapping; begin with 'schemaVersion: 2.3.0'.");
            return report.violations();
        }
        Map<String, @Nullable Object> devfile = mapping.get();
        schemaOf(devfile, report).ifPresent(schema -> {
            report.checking(Rule.SCHEMA);
            schema.check(devfile, report);
        });
        Devfile view = Devfile.of(devfile);
        if (!report.hasErrors()) {
            DevfileRules.SPECIFICATION.forEach(rule -> rule.run(view, report));
        }
        own.forEach(rule -> rule.run(view, report));
        return report.violations();
    }

    private Optional<DevfileSchema> schemaOf(Map<String, @Nullable Object> devfile, Violations report) {
        report.checking(Rule.SCHEMA_VERSION);
        Object named = devfile.get("schemaVersion");
        String known = "; write one of " + SchemaVersion.allNumbers() + ".";
        if (named == null) {
            report.error(
                    devfile.containsKey("schemaVersion") ? "/schemaVersion" : "", "'schemaVersion' is missing" + known);
            return Optional.empty();
        }
        if (!(named instanceof String text)) {
            report.error("/schemaVersion", "The schemaVersion is not a version" + known);
            return Optional.empty();
        }
        Optional<SchemaVersion> version = SchemaVersion.named(text);
        if (version.isEmpty()) {
            report.error("/schemaVersion", "The schemaVersion '" + SafeText.of(text) + "' is not known" + known);
        }
        return version.map(schemas::of);
    }
}
