package io.devfile.registry.cli;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.FindingJson;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The forms in which findings are printed. */
enum FindingFormat {
    /** A line for each, and a summary. */
    text {
        @Override
        void print(List<Finding> findings, Path directory, CommandLine line) {
            PrintWriter out = line.getOut();
            Ansi ansi = line.getColorScheme().ansi();
            for (Finding finding : findings) {
                String style = finding.severity() == Severity.ERROR ? "bold,red" : "bold,yellow";
                String severity = ansi.string("@|" + style + " " + severity(finding) + "|@");
                out.println(SafeText.of(place(finding), Integer.MAX_VALUE) + ": " + severity + ": "
                        + SafeText.of(finding.message(), Integer.MAX_VALUE) + " ["
                        + finding.rule().id() + "]");
            }
            long errors = count(findings, Severity.ERROR);
            long warnings = count(findings, Severity.WARNING);
            out.println(errors
                    + (errors == 1 ? " error, " : " errors, ")
                    + warnings
                    + (warnings == 1 ? " warning" : " warnings"));
            out.flush();
        }
    },

    /** The findings as {@code /api/status} of a server has them. */
    json {
        @Override
        void print(List<Finding> findings, Path directory, CommandLine line) {
            printJson(findings.stream().map(FindingJson::of).toList(), line);
        }
    },

    /**
     * For code scanning.
     *
     * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
     */
    sarif {
        @Override
        void print(List<Finding> findings, Path directory, CommandLine line) {
            List<Rule> rules =
                    findings.stream().map(Finding::rule).distinct().sorted().toList();
            Map<String, Object> driver = new LinkedHashMap<>();
            driver.put("name", "devfile-registry");
            driver.put("version", line.getCommandSpec().root().version()[0].replace("devfile-registry ", ""));
            driver.put(
                    "rules",
                    rules.stream()
                            .map(rule ->
                                    Map.of("id", rule.id(), "shortDescription", Map.of("text", rule.description())))
                            .toList());
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("tool", Map.of("driver", driver));
            run.put("columnKind", "unicodeCodePoints");
            run.put(
                    "results",
                    findings.stream()
                            .map(finding -> result(finding, directory, rules))
                            .toList());
            Map<String, Object> log = new LinkedHashMap<>();
            log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            log.put("version", "2.1.0");
            log.put("runs", List.of(run));
            printJson(log, line);
        }

        private static Map<String, Object> result(Finding finding, Path directory, List<Rule> rules) {
            Place place = finding.place();
            Map<String, Object> location = new LinkedHashMap<>();
            location.put("artifactLocation", Map.of("uri", uri(file(directory, place))));
            if (place.position().line() > 0) {
                Map<String, Object> region = new LinkedHashMap<>();
                region.put("startLine", place.position().line());
                if (place.position().column() > 0) {
                    region.put("startColumn", place.position().column());
                }
                location.put("region", region);
            }
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ruleId", finding.rule().id());
            result.put("ruleIndex", rules.indexOf(finding.rule()));
            result.put("level", severity(finding));
            result.put("message", Map.of("text", finding.message()));
            result.put("locations", List.of(Map.of("physicalLocation", location)));
            return result;
        }

        private static String uri(String file) {
            try {
                return new URI(null, null, file.isEmpty() ? "." : file, null).toASCIIString();
            } catch (URISyntaxException e) {
                return ".";
            }
        }
    },

    /** Annotations of a GitHub Actions workflow, which GitHub shows beside the lines of a pull request. */
    github {
        @Override
        void print(List<Finding> findings, Path directory, CommandLine line) {
            PrintWriter out = line.getOut();
            for (Finding finding : findings) {
                Place place = finding.place();
                StringBuilder properties = new StringBuilder("file=").append(property(file(directory, place)));
                if (place.position().line() > 0) {
                    properties.append(",line=").append(place.position().line());
                }
                if (place.position().column() > 0) {
                    properties.append(",col=").append(place.position().column());
                }
                out.println("::" + severity(finding) + " " + properties + ",title="
                        + property(finding.rule().id()) + "::" + data(finding.message()));
            }
            out.flush();
        }

        private static String data(String text) {
            return SafeText.of(text, Integer.MAX_VALUE).replace("%", "%25");
        }

        private static String property(String text) {
            return data(text).replace(":", "%3A").replace(",", "%2C");
        }
    };

    /**
     * Prints findings.
     *
     * @param directory that the files of the findings are relative to, as the user named it
     */
    abstract void print(List<Finding> findings, Path directory, CommandLine line);

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    /** {@code file:line:column}, without the parts that are not known. */
    private static String place(Finding finding) {
        Place place = finding.place();
        StringBuilder text = new StringBuilder(place.file().isEmpty() ? "." : place.file());
        if (place.position().line() > 0) {
            text.append(':').append(place.position().line());
        }
        if (place.position().column() > 0) {
            text.append(':').append(place.position().column());
        }
        return text.toString();
    }

    /** Relative to the working directory, as GitHub and other tools expect it. */
    private static String file(Path directory, Place place) {
        return directory.resolve(place.file()).normalize().toString();
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static void printJson(Object value, CommandLine line) {
        Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withFormatting(true));
        line.getOut().println(jsonb.toJson(value).strip());
        line.getOut().flush();
    }
}
