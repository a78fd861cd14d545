package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.YamlDocument;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Devfiles for tests, and their violations. */
final class Devfiles {

    static final DevfileValidator VALIDATOR = new DevfileValidator();

    /** A valid devfile to which lists can be appended. */
    static final String HEAD = """
            schemaVersion: 2.3.0
            metadata:
              name: tried
              displayName: Tried
              version: 1.2.3
              language: Java
              projectType: Plain
              provider: Us
              supportUrl: https://example.org
              architectures: [amd64]
            """;

    private Devfiles() {}

    static YamlDocument read(String yaml) {
        try {
            return new YamlReader().read(yaml.getBytes(StandardCharsets.UTF_8));
        } catch (YamlReadException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    static List<Violation> violations(String yaml) {
        return VALIDATOR.validate(read(yaml));
    }

    static List<String> errors(String yaml) {
        return messages(yaml, Severity.ERROR);
    }

    static List<String> warnings(String yaml) {
        return messages(yaml, Severity.WARNING);
    }

    private static List<String> messages(String yaml, Severity severity) {
        return violations(yaml).stream()
                .filter(violation -> violation.severity() == severity)
                .map(violation -> violation.pointer() + " " + violation.message())
                .toList();
    }
}
