package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An installed program that tests run as a user would. */
final class Command {

    private Command() {}

    /**
     * Skips the test if a program is not installed. On CI, which installs all of them, the test fails.
     *
     * @param programs their names
     */
    static void require(String... programs) {
        for (String program : programs) {
            boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
            if ("true".equals(System.getenv("CI"))) {
                assertThat(installed).as(program + " is installed").isTrue();
            }
            assumeTrue(installed, program + " is not installed");
        }
    }

    /** The output of the program, which must succeed. */
    static String run(Path directory, String... line) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, ".output", "");
        ProcessBuilder builder = new ProcessBuilder(List.of(line)).directory(directory.toFile());
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String printed = Files.readString(output);
        Files.delete(output);
        assertThat(ended).as(String.join(" ", line) + " ends").isTrue();
        assertThat(process.exitValue())
                .as(String.join(" ", line) + " printed: " + printed)
                .isZero();
        return printed;
    }
}
