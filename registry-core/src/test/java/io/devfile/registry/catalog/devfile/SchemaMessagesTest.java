package io.devfile.registry.catalog.devfile;

import static io.devfile.registry.catalog.devfile.Devfiles.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaMessagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "comands: []|/comands 'comands' is not known here; remove it or correct its spelling. Did you mean"
                        + " 'commands'? The known keys are attributes, "
                        + "commands, components, dependentProjects, events, metadata, parent, projects, schemaVersion, "
                        + "starterProjects, variables.",
                "commands: [{id: a, exce: {}}]|/commands/0/exce 'exce' is not known here; remove it or correct its spelling. Did"
                        + " you mean 'exec'? "
                        + "The known keys are apply, attributes, composite, exec, id.",
                "commands: [{id: a}]|/commands/0 One of these keys is required, but none is here: exec, apply, composite; add one.",
                "commands: [{id: a, composite: {}, apply: {component: c}}]|/commands/0 Only one of exec, apply, composite is"
                        + " allowed here; keep only one of apply, composite.",
                "commands: [{composite: {}}]|/commands/0 'id' is missing; add it.",
                "commands: [text]|/commands/0 This must be a mapping, but is text; correct it.",
                "commands: {}|/commands This must be a list, but is a mapping; correct it.",
                "commands:|/commands This must be a list, but is empty; write it here, or remove the key.",
                "commands: [{id: A b, composite: {}}]|/commands/0/id 'A b' is not valid; change it so that it has lower-case"
                        + " letters, digits and '-', and begins and ends with a letter or a digit.",
                "commands: [{id: a, composite: {parallel: 'true'}}]|/commands/0/composite/parallel This must be true or false,"
                        + " but is text; write true or false without quotes.",
                "commands: [{id: a, composite: {label: 1}}]|/commands/0/composite/label This must be text, but is a number; put"
                        + " it in quotes.",
                "commands: [{id: a, composite: {group: {kind: bild}}}]|/commands/0/composite/group/kind 'bild' is not allowed"
                        + " here; write one of build, run, test, debug, deploy.",
                "commands: [{id: a, composite: {group: {kind: {}}}}]|/commands/0/composite/group/kind This must be text, but is"
                        + " a mapping; correct it.",
                "variables: {a/b: 1}|/variables/a~1b This must be text, but is a number; put it in quotes.",
                "components: [{name: a, kubernetes: {uri: u, endpoints: [{name: e, targetPort: '1'}]}}]|"
                        + "/components/0/kubernetes/endpoints/0/targetPort This must be a whole number, but is text; write"
                        + " digits without quotes."
            })
    void whatTheSchemaRefusesIsSaidOnceAndPlainly(String content, String said) {
        assertThat(Devfiles.errors(HEAD + content)).containsExactly(said);
    }

    @Test
    void theSameArchitectureTwiceIsSaid() {
        assertThat(Devfiles.errors(HEAD.replace("[amd64]", "[amd64, amd64]")))
                .containsExactly(
                        "/metadata/architectures The same value is in this list twice; remove one of the two.");
    }

    @Test
    void namesThatAreTooLongAreSaidToBe() {
        assertThat(Devfiles.errors(HEAD + "components: [{name: " + "a".repeat(64) + ", volume: {}}]"))
                .singleElement()
                .asString()
                .endsWith("is longer than 63 characters; shorten it.");
    }

    @Test
    void aPluginHasNoPlugins() {
        String plugin = "components: [{name: p, plugin: {id: x, components: [{name: q, plugin: {id: y}}]}}]";

        assertThat(Devfiles.errors(HEAD.replace("2.3.0", "2.0.0") + plugin))
                .containsExactly("/components/0/plugin/components/0/plugin This is not allowed here; remove it.");
    }

    @Test
    void linesAreThoseOfTheValue() {
        assertThat(Devfiles.violations(HEAD + "commands:\n  - id: a\n    exec:\n      component: c\n      line: x\n"))
                .extracting(violation -> violation.position().line())
                .containsExactly(13, 15);
    }
}
