package io.devfile.registry.catalog.devfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaVersionsTest {

    @ParameterizedTest
    @EnumSource(SchemaVersion.class)
    void everyVersionHasASchemaThatAcceptsWhatAllHaveInCommon(SchemaVersion version) {
        String devfile = head(version.number()) + """
                parent: {uri: p.yaml, commands: [{id: c, exec: {workingDir: w}}]}
                components:
                  - {name: a, attributes: {x: [1]}, container: {image: i, endpoints: [{name: e, targetPort: 1}]}}
                  - {name: b, volume: {size: 1Gi}}
                  - {name: c, kubernetes: {inlined: x}}
                commands:
                  - {id: x, exec: {commandLine: c, component: a, group: {kind: run, isDefault: true}}}
                events: {preStop: [x]}
                projects: [{name: p, clonePath: p, git: {remotes: {o: u}}}]
                starterProjects: [{name: s, subDir: d, description: e, zip: {location: u}}]
                """;

        assertThat(Devfiles.errors(devfile)).isEmpty();
    }

    /** The first and the last version that has a feature; - means the beginning or the end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.0.0|2.0.0|components: [{name: a, plugin: {id: x, commands: [{id: c, exec: {}}]}}]",
                "2.0.0|2.0.0|commands: [{id: a, vscodeTask: {inlined: x}}, {id: b, vscodeLaunch: {uri: x}}]",
                "2.0.0|2.0.0|projects: [{name: a, sparseCheckoutDirs: [x], github: {remotes: {a: u}}}]",
                "2.0.0|2.0.0|starterProjects: [{name: a, github: {remotes: {a: u}}}]",
                "2.1.0|2.3.0|variables: {a: b}",
                "2.1.0|2.3.0|attributes: {a: 1}",
                "2.1.0|2.3.0|parent: {id: x, variables: {a: b}, attributes: {a: 1}}",
                "2.1.0|2.3.0|components: [{name: a, container: {image: i, cpuLimit: '1', cpuRequest: '1', memoryRequest: 1G}}]",
                "2.1.0|2.3.0|components: [{name: a, volume: {ephemeral: true}}]",
                "2.2.0|2.3.0|components: [{name: a, image: {imageName: i, dockerfile: {uri: D, rootRequired: true}}}]",
                "2.2.0|2.3.0|components: [{name: a, container: {image: i, annotation: {service: {a: b}}}}]",
                "2.2.0|2.3.0|components: [{name: a, kubernetes: {uri: k, deployByDefault: true}}]",
                "2.2.0|2.3.0|components: [{name: a, kubernetes: {uri: k, endpoints: [{name: e, targetPort: 1, annotation: {a: b}}]}}]",
                "2.2.0|2.3.0|parent: {id: x, version: latest}",
                "2.2.0|2.3.0|commands: [{id: a, composite: {group: {kind: deploy}}}]",
                "2.0.0|2.1.0|components: [{name: a, kubernetes: {uri: k, endpoints: [{name: more-than-fifteen, targetPort: 1}]}}]",
                "2.2.2|2.3.0|dependentProjects: [{name: a, git: {remotes: {a: u}}}]",
                "2.2.2|2.3.0|parent: {id: x, dependentProjects: [{name: a, git: {}}]}"
            })
    void whatAVersionHasOtherVersionsRefuse(String first, String last, String content) {
        for (SchemaVersion version : SchemaVersion.values()) {
            boolean has =
                    first.compareTo(version.number()) <= 0 && version.number().compareTo(last) <= 0;

            assertThat(Devfiles.errors(head(version.number()) + content).isEmpty())
                    .as("%s accepts %s", version.number(), content)
                    .isEqualTo(has);
        }
    }

    @Test
    void typesOfMetadataAreCheckedSinceTheyAreThere() {
        assertThat(Devfiles.errors(head("2.1.0") + "  architectures: [vax]\n")).isEmpty();
        assertThat(Devfiles.errors(head("2.2.0") + "  architectures: [vax]\n")).hasSize(1);
        assertThat(Devfiles.errors(head("2.0.0") + "  website: 1\n")).isEmpty();
        assertThat(Devfiles.errors(head("2.1.0") + "  website: 1\n")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.2.0-latest", "2.3.0-alpha.1", "2.0.0-a-1"})
    void suffixesMakeNoDifference(String version) {
        assertThat(Devfiles.errors(head(version))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.0.0", "2.9.0", "2.2", "''", "latest", "2.2.0+build", "2.2.0-", "2.2.0-A", "[2.2.0]", "null"})
    void unknownVersionsAreRefusedWithTheKnownOnes(String version) {
        assertThat(Devfiles.errors(head(version)))
                .singleElement()
                .asString()
                .startsWith("/schemaVersion ")
                .endsWith("; write one of 2.0.0, 2.1.0, 2.2.0, 2.2.1, 2.2.2, 2.3.0.");
    }

    @Test
    void aMissingVersionIsSaidToBeMissing() {
        assertThat(Devfiles.errors(head("x").replaceFirst("schemaVersion.*\n", "")))
                .containsExactly(" 'schemaVersion' is missing; write one of 2.0.0, 2.1.0, 2.2.0, 2.2.1, 2.2.2, 2.3.0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "text", "1"})
    void whatIsNoMappingIsNoDevfile(String yaml) {
        assertThat(Devfiles.violations(yaml))
                .extracting(Violation::message)
                .isEqualTo(List.of(
                        "A devfile must be a mapping, but this is not a mapping; begin with 'schemaVersion: 2.3.0'."));
    }

    private static String head(String version) {
        return Devfiles.HEAD.replace("2.3.0", version).replaceFirst("  architectures.*\n", "");
    }
}
