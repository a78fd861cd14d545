package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.devfile.Violation;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.YamlDocument;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads and validates a devfile. */
final class DevfileReader {

    private final YamlReader yaml;
    private final DevfileValidator validator;

    DevfileReader(YamlReader yaml, DevfileValidator validator) {
        this.yaml = yaml;
        this.validator = validator;
    }

    /** The facts of a stack's devfile, if it has no errors; problems are added to the findings. */
    Optional<DevfileFacts> read(String file, byte[] bytes, Findings findings) {
        return read(file, bytes, validator::validate, findings);
    }

    /** As {@link #read}, for a sample's devfile: the metadata that the registry requires is in the sample's entry. */
    Optional<DevfileFacts> readSample(String file, byte[] bytes, Findings findings) {
        return read(file, bytes, validator::validateSpecification, findings);
    }

    private Optional<DevfileFacts> read(
            String file, byte[] bytes, Function<YamlDocument, List<Violation>> validation, Findings findings) {
        YamlDocument document;
        try {
            document = yaml.read(bytes);
        } catch (YamlReadException e) {
            findings.error(Rule.YAML_SYNTAX, file, "", e.position(), e.getMessage());
            return Optional.empty();
        }
        document.differences()
                .forEach(difference ->
                        findings.warning(Rule.YAML_DIALECT, file, "", difference.position(), difference.message()));
        List<Violation> violations = validation.apply(document);
        for (Violation violation : violations) {
            findings.add(
                    violation.severity(),
                    violation.rule(),
                    file,
                    violation.pointer(),
                    violation.position(),
                    violation.message());
        }
        if (violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
            return Optional.empty();
        }
        return YamlFields.of(file, document, findings).map(DevfileFacts::of);
    }
}
