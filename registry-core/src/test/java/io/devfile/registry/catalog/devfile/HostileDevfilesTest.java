package io.devfile.registry.catalog.devfile;

import static io.devfile.registry.catalog.devfile.Devfiles.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileDevfilesTest {

    private static final int MANY = 10_000;

    @Test
    void aChainOfTenThousandCompositesIsWalkedToItsEnd() {
        assertThat(Devfiles.errors(HEAD + "commands:\n" + chain() + composite(MANY, "gone")))
                .singleElement()
                .asString()
                .contains("no command 'gone'");
    }

    @Test
    void aCircleOfTenThousandCompositesIsFound() {
        assertThat(Devfiles.errors(HEAD + "commands:\n" + chain() + composite(MANY, "c0")))
                .singleElement()
                .asString()
                .contains("'c0' runs itself through …, ", "c10000; remove")
                .hasSizeLessThan(200);
    }

    @Test
    void eventsAtEveryLinkOfAChainAreJudged() {
        String events = "events: {preStart: ["
                + IntStream.range(0, MANY).mapToObj(i -> "c" + i).collect(Collectors.joining(", ")) + "]}\n";
        String commands = "commands:\n" + chain() + "  - {id: c10000, exec: {commandLine: x, component: a}}\n";

        List<Violation> violations =
                Devfiles.violations(HEAD + "components: [{name: a, container: {image: i}}]\n" + commands + events);

        assertThat(violations)
                .hasSize(101)
                .last()
                .satisfies(last -> assertThat(last.message())
                        .isEqualTo(
                                "There are 9900 more findings, which are not listed; fix the listed findings first."));
    }

    @Test
    void thousandsOfSchemaErrorsAreCutShort() {
        assertThat(Devfiles.violations(HEAD + "commands: [" + "1,".repeat(50_000) + "]"))
                .hasSize(101);
    }

    @Test
    void compositesOfCompositesAreNotMultipliedOut() {
        StringBuilder commands = new StringBuilder("commands:\n");
        for (int i = 0; i < 200; i++) {
            commands.append(composite(i, ("c" + (i + 1) + ",").repeat(50)));
        }
        commands.append(composite(200, ""));

        assertThat(Devfiles.errors(HEAD + commands + "events: {preStart: [c0], preStop: [c0]}"))
                .isEmpty();
    }

    @Test
    void variablesDoNotBlowUp() {
        String devfile = HEAD + "variables: {v: '" + "x".repeat(200_000) + "'}\ncomponents:\n"
                + "  - {name: a, volume: {size: '" + "{{v}}".repeat(100_000) + "'}}\n";

        assertThat(Devfiles.errors(devfile)).singleElement().asString().hasSizeLessThan(300);
    }

    @Test
    void longVersionsDoNotExhaustTheStack() {
        assertThat(Devfiles.errors(HEAD.replace("1.2.3", "1.2.3-a" + ".a".repeat(200_000))))
                .isEmpty();
        assertThat(Devfiles.errors(HEAD.replace("1.2.3", "1.2.3-a" + ".a".repeat(200_000) + "!")))
                .hasSize(1);
        assertThat(Devfiles.errors(HEAD.replace("2.3.0", "-".repeat(200_000)))).hasSize(1);
    }

    @Test
    void longNamesDoNotMakeLongMessages() {
        String name = "x".repeat(200_000);

        assertThat(Devfiles.errors(HEAD + "? " + name + "\n: 1\ncomponents: [{name: " + name + ", volume: {}}]\n"))
                .isNotEmpty()
                .filteredOn(error -> !error.startsWith("/xxx"))
                .allSatisfy(error -> assertThat(error).hasSizeLessThan(500));
    }

    private static String chain() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> composite(i, "c" + (i + 1)))
                .collect(Collectors.joining());
    }

    private static String composite(int number, String commands) {
        return "  - {id: c" + number + ", composite: {commands: [" + commands + "]}}\n";
    }
}
