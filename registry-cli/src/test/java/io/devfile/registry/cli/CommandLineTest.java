package io.devfile.registry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.finding.Rule;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    private static final String DEVFILE = """
            schemaVersion: 2.2.2
            metadata:
              name: go
              displayName: Go
              description: Go
              version: 1.0.0
              language: Go
              projectType: Go
              provider: Us
              supportUrl: https://example.org
              tags: [Go]
              icon: https://example.org/icon.svg
              architectures: [amd64]
            components:
              - name: runtime
                container: {image: 'example.org/go:1'}
            """;

    private static final String WRONG = DEVFILE + """
            commands:
              - id: build
                exec: {component: gone, commandLine: make}
            """;

    @TempDir
    Path root;

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int code = line.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private void stack(String name, String devfile) throws IOException {
        write("stacks/" + name + "/devfile.yaml", devfile);
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    @Test
    void aRepositoryWithoutErrorsPasses() throws IOException {
        stack("go", DEVFILE);

        assertThat(run("check", root.toString())).isEqualTo(new Outcome(0, "0 errors, 0 warnings\n", ""));
    }

    @Test
    void aFindingHasItsPlaceTheFixAndTheRule() throws IOException {
        stack("go", WRONG);

        Outcome outcome = run("check", root.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .matches(
                        "stacks/go/devfile\\.yaml:19:12: error: .*gone.* \\[unknown-component]\n1 error, 0 warnings\n");
    }

    @Test
    void findingsAreInTheOrderOfFilesAndLines() throws IOException {
        stack("b", WRONG.replace("name: go", "name: b"));
        stack("a", WRONG.replace("name: go", "name: a").replace("  provider: Us\n", ""));

        List<String> lines = run("check", root.toString()).out().lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("stacks/a/devfile.yaml:2:1: warning: ");
        assertThat(lines.get(1)).startsWith("stacks/a/devfile.yaml:18:12: error: ");
        assertThat(lines.get(2)).startsWith("stacks/b/devfile.yaml:19:12: error: ");
    }

    @Test
    void warningsCountIfTheyShould() throws IOException {
        stack("go", DEVFILE.replace("  provider: Us\n", ""));

        assertThat(run("check", root.toString()).code()).isZero();
        assertThat(run("check", "--strict", root.toString()).code()).isEqualTo(1);
    }

    @Test
    void aStackAndADevfileAreCheckedByThemselves() throws IOException {
        stack("go", WRONG);

        assertThat(run("check", root.resolve("stacks/go").toString()).out()).startsWith("devfile.yaml:19:12: error: ");
        Path devfile = root.resolve("stacks/go/devfile.yaml");
        assertThat(run("check", devfile.toString()).out()).startsWith(devfile + ":19:12: error: ");
    }

    @Test
    void aRepositoryWithADevfileOfItsOwnIsARepository() throws IOException {
        write("devfile.yaml", DEVFILE);
        stack("go", WRONG);

        assertThat(run("check", root.toString()).out()).startsWith("stacks/go/devfile.yaml:19:12: error: ");
    }

    @Test
    void controlCharactersOfContentAreNotPrinted() throws IOException {
        stack("go", DEVFILE.replace("name: runtime", "name: \"a\\u001b[31m\\n::error::b\""));

        assertThat(run("check", root.toString()).out()).doesNotContain("\u001b", "\n::error");
    }

    @Test
    void remotesAreNotFollowedUnlessAsked() throws IOException {
        write("stacks/go/stack.yaml", """
                name: go
                displayName: Go
                icon: https://example.org/icon.svg
                versions:
                  - {version: 1.0.0, default: true}
                  - {version: 2.0.0, git: {remotes: {origin: 'https://example.invalid/x'}}}
                """);
        write("stacks/go/1.0.0/devfile.yaml", DEVFILE);

        assertThat(run("check", root.toString())).isEqualTo(new Outcome(0, "0 errors, 0 warnings\n", ""));
        assertThat(run("index", root.toString()).code()).isEqualTo(1);
    }

    @Test
    void jsonIsAListOfFindings() throws IOException {
        stack("go", WRONG);

        try (JsonReader reader = Json.createReader(new StringReader(
                run("check", "--format", "json", root.toString()).out()))) {
            JsonArray findings = reader.readArray();
            assertThat(findings).hasSize(1);
            JsonObject finding = findings.getJsonObject(0);
            assertThat(finding.getString("severity")).isEqualTo("error");
            assertThat(finding.getString("rule")).isEqualTo("unknown-component");
            assertThat(finding.getString("file")).isEqualTo("stacks/go/devfile.yaml");
            assertThat(finding.getInt("line")).isEqualTo(19);
            assertThat(finding.getString("pointer")).isEqualTo("/commands/0/exec/component");
        }
    }

    @Test
    void sarifNamesTheRuleAndThePlace() throws IOException {
        stack("go", WRONG);

        try (JsonReader reader = Json.createReader(new StringReader(
                run("check", "--format", "sarif", root.toString()).out()))) {
            JsonObject run = reader.readObject().getJsonArray("runs").getJsonObject(0);
            assertThat(run.getJsonObject("tool")
                            .getJsonObject("driver")
                            .getJsonArray("rules")
                            .getJsonObject(0)
                            .getString("id"))
                    .isEqualTo("unknown-component");
            JsonObject result = run.getJsonArray("results").getJsonObject(0);
            assertThat(result.getString("level")).isEqualTo("error");
            JsonObject place = result.getJsonArray("locations").getJsonObject(0).getJsonObject("physicalLocation");
            assertThat(place.getJsonObject("artifactLocation").getString("uri")).endsWith("/stacks/go/devfile.yaml");
            assertThat(place.getJsonObject("region").getInt("startLine")).isEqualTo(19);
        }
    }

    @Test
    void gitHubGetsAnAnnotationForEachFinding() throws IOException {
        stack("go", WRONG);

        assertThat(run("check", "--format", "github", root.toString()).out())
                .startsWith("::error file=" + root.resolve("stacks/go/devfile.yaml")
                        + ",line=19,col=12,title=unknown-component::")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check|/no/such/place",
                "check|--no-such-option|.",
                "push|.",
                "no-such-command",
                "index|/no/such/place"
            })
    void wrongUsageIsExplainedOnStandardError(String arguments) {
        Outcome outcome = run(arguments.split("\\|"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotEmpty().doesNotContain("\tat ");
    }

    @Test
    void hostileTreesEndWithFindings() throws IOException {
        write("stacks/bomb/devfile.yaml", "a: &a [x,x]\n" + "b: [*a,*a,*a]\n".repeat(100));
        write("stacks/deep/devfile.yaml", "[".repeat(10_000));
        write("stacks/binary/devfile.yaml", "\0\1\2");
        write("stacks/Bad Name/devfile.yaml", DEVFILE);
        Files.createDirectories(root.resolve("stacks/loop"));
        Files.createSymbolicLink(root.resolve("stacks/loop/devfile.yaml"), Path.of("/etc/passwd"));

        Outcome outcome = run("check", root.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("stacks/bomb/", "stacks/deep/", "stacks/binary/", "stacks/Bad Name", "stacks/loop");
        assertThat(outcome.out() + outcome.err()).doesNotContain("Exception", "root:");
    }

    @Test
    void theIndexIsPrintedInBothForms() throws IOException {
        stack("go", DEVFILE);
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            assertThat(run("index", root.toString()).code()).isZero();
            assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("\"versions\":[");
            bytes.reset();
            assertThat(run("index", "--v1", root.toString()).code()).isZero();
            assertThat(bytes.toString(StandardCharsets.UTF_8))
                    .contains("\"self\":\"devfile-catalog/go:1.0.0\"")
                    .doesNotContain("\"versions\"");
        } finally {
            System.setOut(before);
        }
    }

    @Test
    void aBundleIsNotWrittenIfSomethingIsMissing() throws IOException {
        stack("go", DEVFILE);
        Path out = root.resolve("bundle.tar.gz");

        Outcome missing = run("bundle", "--offline", root.toString(), out.toString());

        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("missing: icon https://example.org/icon.svg of go");
        assertThat(out).doesNotExist();
        assertThat(run("bundle", "--offline", "--incomplete", root.toString(), out.toString())
                        .code())
                .isEqualTo(1);
        assertThat(out).isNotEmptyFile();
    }

    @Test
    void theDocumentationHasEveryRule() throws IOException {
        String documented = Files.readString(Path.of("../docs/findings.md"));

        assertThat(documented)
                .contains(Arrays.stream(Rule.values())
                        .map(rule -> "| `" + rule.id() + "` |")
                        .toList());
    }
}
