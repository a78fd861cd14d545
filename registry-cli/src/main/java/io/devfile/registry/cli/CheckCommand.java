package io.devfile.registry.cli;

import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.YamlDocument;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.spi.PluginException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "Validates a registry repository, one stack directory or one devfile, and prints the findings.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors",
            "1:errors or, with --strict, warnings",
            "2:wrong usage, or something cannot be read"
        })
final class CheckCommand implements Callable<Integer> {

    /** A devfile is much smaller. */
    private static final int LARGEST_DEVFILE = 8 << 20;

    private static final long MAX_FILES = 20_000;
    private static final long MAX_BYTES = 1L << 30;

    private static final Comparator<Finding> ORDER = Comparator.<Finding, String>comparing(
                    finding -> finding.place().file())
            .thenComparing(finding -> finding.place().position().line())
            .thenComparing(finding -> finding.place().position().column())
            .thenComparing(Finding::message);

    @Parameters(
            paramLabel = "DIR",
            description = "A directory with stacks/ below it, one stack's directory, or a devfile.")
    private Path path = Path.of(".");

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private FindingFormat format = FindingFormat.text;

    @Option(names = "--strict", description = "Warnings count as errors.")
    private boolean strict;

    @Option(
            names = "--online",
            description = "Also fetches icons, parents, Git references and starter projects from their servers.")
    private boolean online;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, PluginException, InterruptedException {
        List<Finding> findings;
        try (Progress progress = new Progress(spec, "Checking " + path)) {
            findings = findings().stream().sorted(ORDER).toList();
            progress.end();
        }
        format.print(findings, Files.isDirectory(path) ? path : Path.of(""), spec.commandLine());
        boolean wrong = findings.stream().anyMatch(finding -> strict || finding.severity() == Severity.ERROR);
        return wrong ? Main.WRONG : Main.OK;
    }

    private List<Finding> findings() throws IOException, PluginException, InterruptedException {
        if (Files.isRegularFile(path)) {
            return devfile();
        }
        if (!Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), "There is no file or directory " + path + ".");
        }
        boolean isRepository = has("stacks", "samples", "extraDevfileEntries.yaml");
        return !isRepository && has("stack.yaml", "devfile.yaml", ".devfile.yaml") ? stack() : repository(path);
    }

    private boolean has(String... names) {
        return Stream.of(names).anyMatch(name -> Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    private List<Finding> repository(Path directory) throws IOException, PluginException, InterruptedException {
        try (Content content = Content.read(directory, online, Map.of())) {
            return content.findings();
        }
    }

    /** Reads a stack as the only one of a repository; files in findings are relative to the stack's directory. */
    private List<Finding> stack() throws IOException, PluginException, InterruptedException {
        Path repository = Content.temporary();
        try {
            Path directory = path.toRealPath();
            Path name = Optional.ofNullable(directory.getFileName()).orElse(Path.of("stack"));
            Path inRepository = Path.of("stacks").resolve(name);
            copy(directory, repository.resolve(inRepository));
            return repository(repository).stream()
                    .map(finding -> relativeTo(inRepository, finding))
                    .toList();
        } finally {
            Content.remove(repository);
        }
    }

    private static Finding relativeTo(Path directory, Finding finding) {
        Place place = finding.place();
        Path file = Path.of(place.file());
        String relative =
                file.startsWith(directory) ? directory.relativize(file).toString() : place.file();
        return new Finding(
                finding.severity(),
                finding.rule(),
                new Place(place.source(), relative, place.pointer(), place.position()),
                finding.message());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            private long files;
            private long bytes;

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.endsWith(".git")) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                files++;
                bytes += attributes.size();
                if (files > MAX_FILES || bytes > MAX_BYTES) {
                    throw new IOException("Tried to read the stack in " + from + ", but it has more than " + MAX_FILES
                            + " files or " + MAX_BYTES + " bytes. Check a directory with one stack.");
                }
                Files.copy(file, to.resolve(from.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private List<Finding> devfile() throws IOException {
        if (Files.size(path) > LARGEST_DEVFILE) {
            throw new IOException(path + " is larger than " + LARGEST_DEVFILE + " bytes, and is not a devfile.");
        }
        List<Finding> findings = new ArrayList<>();
        try {
            YamlDocument document = new YamlReader().read(Files.readAllBytes(path));
            document.differences()
                    .forEach(difference -> findings.add(new Finding(
                            Severity.WARNING,
                            Rule.YAML_DIALECT,
                            new Place("", path.toString(), "", difference.position()),
                            difference.message())));
            new DevfileValidator()
                    .validate(document)
                    .forEach(violation -> findings.add(new Finding(
                            violation.severity(),
                            violation.rule(),
                            new Place("", path.toString(), violation.pointer(), violation.position()),
                            violation.message())));
        } catch (YamlReadException e) {
            findings.add(new Finding(
                    Severity.ERROR,
                    Rule.YAML_SYNTAX,
                    new Place("", path.toString(), "", e.position()),
                    e.getMessage()));
        }
        return findings;
    }
}
