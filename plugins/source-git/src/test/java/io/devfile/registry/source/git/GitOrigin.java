package io.devfile.registry.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A repository with a working tree, created with git itself. */
record GitOrigin(Path directory) {

    static GitOrigin create(Path directory) throws IOException {
        assumeInstalled();
        Files.createDirectories(directory);
        GitOrigin origin = new GitOrigin(directory);
        origin.git("init", "-q", "-b", "main");
        return origin;
    }

    /** Skips the test if git is not installed, unless git is required. */
    static void assumeInstalled() {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "git")));
        if (System.getenv("CI") != null) {
            assertThat(installed).as("git is installed").isTrue();
        }
        assumeTrue(installed, "git is not installed");
    }

    String url() {
        return "file://" + directory;
    }

    String write(String file, String text) throws IOException {
        Path target = directory.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
        return commit("Write " + file);
    }

    String commit(String message) throws IOException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return head();
    }

    String head() throws IOException {
        return git("rev-parse", "HEAD");
    }

    /** Runs git in the repository; returns its output, without leading and trailing white space. */
    String git(String... arguments) throws IOException {
        return git(new ByteArrayInputStream(new byte[0]), arguments);
    }

    String git(InputStream input, String... arguments) throws IOException {
        Process process = start(directory, arguments);
        try (OutputStream stream = process.getOutputStream()) {
            input.transferTo(stream);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            assertThat(process.waitFor())
                    .as(String.join(" ", arguments) + ": " + output)
                    .isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return output;
    }

    /** A git process that uses no configuration of the current user. */
    static Process start(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        for (String who : new String[] {"AUTHOR", "COMMITTER"}) {
            builder.environment().put("GIT_" + who + "_NAME", "Tester");
            builder.environment().put("GIT_" + who + "_EMAIL", "tester@example.com");
        }
        return builder.start();
    }
}
