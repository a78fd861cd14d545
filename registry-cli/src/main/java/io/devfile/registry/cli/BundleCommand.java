package io.devfile.registry.cli;

import io.devfile.registry.bundle.MadeBundle;
import io.devfile.registry.spi.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bundle",
        description =
                "Writes an archive of the stacks in DIR, with the files that they refer to, for a registry without a"
                        + " network.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the bundle has everything",
            "1:something is missing; without --incomplete, no bundle is written",
            "2:wrong usage, or something cannot be read or written"
        })
final class BundleCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "A directory with stacks/ below it.")
    private Path directory;

    @Parameters(index = "1", paramLabel = "OUT", description = "The archive to write, such as bundle.tar.gz.")
    private Path out;

    @Option(names = "--incomplete", description = "Writes the bundle even if something is missing.")
    private boolean incomplete;

    @Option(names = "--offline", description = "Fetches nothing; everything at a remote is missing.")
    private boolean offline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, PluginException, InterruptedException {
        if (!Files.isDirectory(out.toAbsolutePath().getParent())) {
            throw new ParameterException(spec.commandLine(), "There is no directory for " + out + ".");
        }
        try (Progress progress = new Progress(spec, "Bundling " + directory);
                Content content = Content.read(directory, !offline, Map.of());
                MadeBundle bundle = content.reading().bundle(content.state(), incomplete)) {
            progress.end();
            bundle.missing()
                    .forEach(missing -> spec.commandLine()
                            .getErr()
                            .println("missing: " + missing.kind().title() + " " + missing.what() + " of "
                                    + (missing.entry() + " " + missing.version()).strip() + ": " + missing.reason()));
            if (bundle.hasArchive()) {
                write(bundle);
            } else {
                spec.commandLine().getErr().println("error: no bundle was written, because something is missing.");
            }
            return content.isIncomplete() || !bundle.missing().isEmpty() ? Main.WRONG : Main.OK;
        }
    }

    /** Writes a temporary file beside the target and renames it, so that a partial bundle is never visible. */
    private void write(MadeBundle bundle) throws IOException {
        Path target = out.toAbsolutePath();
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try (InputStream bytes = bundle.open()) {
            Files.copy(bytes, temporary, StandardCopyOption.REPLACE_EXISTING);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
