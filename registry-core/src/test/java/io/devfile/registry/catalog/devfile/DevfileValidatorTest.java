package io.devfile.registry.catalog.devfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DevfileValidatorTest {

    @Test
    void rulesLookOnlyAtWhatTheSchemaAccepts() {
        String twice = Devfiles.HEAD + "components: [{name: a, volume: {}}, {name: a, volume: {}}]\n";

        assertThat(Devfiles.errors(twice)).singleElement().asString().contains("Another component above has the name");
        assertThat(Devfiles.errors(twice + "typo: 1\n"))
                .singleElement()
                .asString()
                .contains("'typo' is not known");
    }

    @Test
    void violationsAreInTheOrderOfTheLines() {
        String devfile = Devfiles.HEAD.replace("  provider: Us\n", "")
                + "events: {preStop: [gone]}\ncomponents:\n  - {name: a, volume: {size: x}}\n";

        assertThat(Devfiles.violations(devfile))
                .extracting(violation -> violation.position().line())
                .containsExactly(2, 10, 12);
    }

    @Test
    void threadsMayShareAValidatorFromTheBeginning() throws Exception {
        DevfileValidator validator = new DevfileValidator();
        Callable<List<Violation>> task =
                () -> validator.validate(Devfiles.read(Devfiles.HEAD + "components: [{name: a, container: {}}]"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<List<Violation>> result : threads.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> task).toList())) {
                assertThat(result.get()).extracting(Violation::message).containsExactly("'image' is missing; add it.");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
