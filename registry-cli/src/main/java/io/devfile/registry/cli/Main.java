package io.devfile.registry.cli;

import io.devfile.registry.content.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.LogManager;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code devfile-registry}. */
@Command(
        name = "devfile-registry",
        description = "Checks, indexes, publishes and bundles the stacks of a devfile registry.",
        versionProvider = Main.Version.class,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            IndexCommand.class,
            PushCommand.class,
            BundleCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class Main {

    /** Nothing was left out. */
    static final int OK = 0;
    /** Something is wrong with the content, or something could not be published or bundled. */
    static final int WRONG = 1;
    /** The command could not do its work. */
    static final int FAILED = 2;

    private Main() {}

    /** Gives picocli the version in the manifest of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("(development)");
            return new String[] {"devfile-registry " + version};
        }
    }

    public static void main(String[] arguments) {
        configureLog();
        CommandLine line = commandLine();
        // JSON and SARIF are UTF-8, whatever the locale
        line.setOut(new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
        int code = line.execute(arguments);
        line.getOut().flush();
        // threads of fetches may still wait for remotes
        Runtime.getRuntime().exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, result) -> {
                    if (isDefect(failure)) {
                        failure.printStackTrace(line.getErr());
                    }
                    line.getErr().println(line.getColorScheme().errorText("error: " + message(failure)));
                    return FAILED;
                });
    }

    private static String message(Exception failure) {
        if (failure instanceof InterruptedException) {
            return "interrupted";
        }
        return isDefect(failure)
                ? "The command failed because of a bug; please report it. " + failure
                : Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }

    private static boolean isDefect(Exception failure) {
        return failure instanceof RuntimeException
                && !(failure instanceof UncheckedIOException)
                && !(failure instanceof StorageException);
    }

    /** Findings are the output; the log is for warnings about everything else. */
    private static void configureLog() {
        try (InputStream configuration = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
