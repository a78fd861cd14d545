package io.devfile.registry.catalog.devfile;

import static io.devfile.registry.catalog.devfile.Devfiles.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRulesTest {

    private static final String COMPONENTS = """
            components:
              - {name: box, container: {image: i}}
              - {name: disk, volume: {}}
              - {name: picture, image: {imageName: i, dockerfile: {uri: Dockerfile}}}
              - {name: kube, kubernetes: {uri: kube.yaml}}
              - {name: shift, openshift: {inlined: x}}
            """;

    private static final String COMMANDS = "commands:\n";

    @Test
    void idsAreUnique() {
        assertThat(errors(exec("a", "box"), exec("b", "box"), exec("a", "box")))
                .containsExactly("/commands/2/id Another command above has the id 'a'; change one of the two ids.");
    }

    @ParameterizedTest
    @CsvSource({"exec,box", "apply,box", "apply,picture", "apply,kube", "apply,shift"})
    void commandsTakeComponentsOfTheRightKind(String kind, String component) {
        assertThat(errors(kind.equals("exec") ? exec("a", component) : apply("a", component)))
                .isEmpty();
    }

    @Test
    void commandsDoNotTakeComponentsOfTheWrongKind() {
        assertThat(errors(exec("a", "picture"), apply("b", "disk")))
                .containsExactly(
                        "/commands/0/exec/component The component 'picture' is of the kind image, but exec needs container;"
                                + " name another component.",
                        "/commands/1/apply/component The component 'disk' is of the kind volume, but apply needs container"
                                + " or kubernetes or openshift or image; name another component.");
    }

    @Test
    void commandsDoNotTakeComponentsThatAreNotThere() {
        assertThat(errors(exec("a", "gone"))).singleElement().asString().contains("no component 'gone'", "'a'");
    }

    @Test
    void compositesRunCommandsThatAreThere() {
        assertThat(errors(exec("a", "box"), composite("all", "a, gone")))
                .singleElement()
                .asString()
                .startsWith("/commands/1/composite/commands/1 There is no command 'gone'");
    }

    @Test
    void compositesFindCommandsInWhateverCase() {
        assertThat(errors(exec("a", "box"), composite("all", "A, a"))).isEmpty();
    }

    @Test
    void aCompositeDoesNotRunItself() {
        assertThat(errors(composite("all", "ALL"))).singleElement().asString().contains("'all' runs itself; remove it");
    }

    @Test
    void aCompositeDoesNotRunItselfThroughOthers() {
        assertThat(errors(composite("a", "b"), composite("b", "c"), composite("c", "a"), composite("d", "a")))
                .containsExactly(
                        "/commands/2/composite/commands/0 The composite 'a' runs itself through b, c; remove one"
                                + " of these calls.");
    }

    @Test
    void aCommandMayBeRunOnTwoWays() {
        assertThat(errors(exec("x", "box"), composite("b", "x"), composite("c", "x"), composite("a", "b, c, x")))
                .isEmpty();
    }

    @Test
    void aKindHasOneDefaultOnly() {
        assertThat(errors(
                        "  - {id: a, exec: {component: box, commandLine: x, group: {kind: run, isDefault: true}}}\n",
                        "  - {id: b, exec: {component: box, commandLine: x, group: {kind: run, isDefault: false}}}\n",
                        "  - {id: c, composite: {commands: [a], group: {kind: run, isDefault: true}}}\n",
                        "  - {id: d, apply: {component: box, group: {kind: test, isDefault: true}}}\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "/commands/2/composite/group/isDefault 'c' is a second default for the kind 'run', beside 'a'");
    }

    @Test
    void severalCommandsOfAKindShouldHaveADefault() {
        String commands = COMMANDS
                + "  - {id: a, apply: {component: box, group: {kind: run}}}\n"
                + "  - {id: b, apply: {component: box, group: {kind: run}}}\n";

        assertThat(Devfiles.warnings(HEAD + COMPONENTS + commands))
                .singleElement()
                .asString()
                .contains("None of the 2 commands of the kind 'run'");
    }

    @ParameterizedTest
    @CsvSource({"preStart,ap", "postStop,deep-ap", "postStart,ex", "preStop,EX"})
    void eventsTakeCommandsOfTheRightKind(String event, String command) {
        assertThat(eventErrors(event, command)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "preStart,ex,'apply commands, but ''ex'' is exec'",
        "postStop,mixed,'apply commands, but ''mixed'' runs ''ex'', which is exec'",
        "postStart,deep-ap,'exec commands, but ''deep-ap'' runs ''ap'', which is apply'",
        "preStop,ap,'exec commands, but ''ap'' is apply'",
        "preStop,gone,'no command ''gone'' for preStop'"
    })
    void eventsDoNotTakeOtherCommands(String event, String command, String said) {
        assertThat(eventErrors(event, command))
                .singleElement()
                .asString()
                .startsWith("/events/" + event + "/0 ")
                .contains(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parent: {id: base}",
                "parent: {uri: 'https://example.org/devfile.yaml'}",
            })
    void whatAParentMayHaveIsNotMissed(String parent) {
        String devfile = HEAD + parent + "\n" + COMPONENTS + COMMANDS
                + exec("a", "parents")
                + exec("b", "{{parents}}")
                + composite("c", "parents, a")
                + "events: {preStop: [parents]}\n";

        assertThat(Devfiles.errors(devfile)).isEmpty();
    }

    @Test
    void whatAPluginMayHaveIsNotMissed() {
        String devfile = HEAD.replace("2.3.0", "2.0.0")
                + "components:\n  - {name: p, plugin: {id: x}}\n"
                + COMMANDS + exec("a", "plugins");

        assertThat(Devfiles.errors(devfile)).isEmpty();
    }

    @Test
    void aParentDoesNotExcuseWhatIsWrongHere() {
        String devfile =
                HEAD + "parent: {id: base}\n" + COMPONENTS + COMMANDS + exec("a", "disk") + composite("b", "b");

        assertThat(Devfiles.errors(devfile)).hasSize(2);
    }

    @Test
    void variablesDoNotNameComponents() {
        String devfile = HEAD + "variables: {where: box}\n" + COMPONENTS + COMMANDS + exec("a", "{{where}}");

        assertThat(Devfiles.errors(devfile)).singleElement().asString().contains("no component '{{where}}'");
    }

    private static List<String> eventErrors(String event, String command) {
        return Devfiles.errors(HEAD + COMPONENTS + COMMANDS + exec("ex", "box") + apply("ap", "kube")
                + composite("just-ap", "ap") + composite("deep-ap", "just-ap") + composite("mixed", "ap, ex")
                + "events: {" + event + ": [" + command + "]}\n");
    }

    private static List<String> errors(String... commands) {
        return Devfiles.errors(HEAD + COMPONENTS + COMMANDS + String.join("", commands));
    }

    private static String exec(String id, String component) {
        return "  - id: " + id + "\n    exec: {component: " + quoted(component) + ", commandLine: x}\n";
    }

    private static String quoted(String text) {
        return text.startsWith("{") ? "'" + text + "'" : text;
    }

    private static String apply(String id, String component) {
        return "  - id: " + id + "\n    apply: {component: " + component + "}\n";
    }

    private static String composite(String id, String commands) {
        return "  - id: " + id + "\n    composite: {commands: [" + commands + "]}\n";
    }
}
