package io.devfile.registry.cli;

import io.devfile.registry.publish.Publisher;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.oci.OciBackendException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "push",
        description = "Publishes all versions of all stacks as OCI artifacts to a registry.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is in the registry",
            "1:something was left out because of an error, or the registry refused something",
            "2:wrong usage, or something cannot be read"
        })
final class PushCommand implements Callable<Integer> {

    private static final int THREADS = 8;

    @Parameters(index = "0", paramLabel = "DIR", description = "A directory with stacks/ below it.")
    private Path directory;

    @Parameters(
            index = "1",
            paramLabel = "REGISTRY",
            description = "Such as registry.example.com, registry.example.com/project or http://localhost:5000.")
    private String registry;

    @Option(names = "--username", description = "Default: the user of 'docker login', if there is one.")
    private @Nullable String username;

    @Option(
            names = "--password",
            description = "Asked for on the terminal if it has no value.",
            arity = "0..1",
            interactive = true)
    private @Nullable String password;

    @Option(names = "--password-file", description = "A file with the password.")
    private @Nullable Path passwordFile;

    @Option(names = "--token-file", description = "A file with a bearer token.")
    private @Nullable Path tokenFile;

    @Option(names = "--ca", description = "A PEM file with certificate authorities in addition to those of Java.")
    private @Nullable Path authorities;

    @Option(names = "--plain-http", description = "Uses http, and sends credentials over it.")
    private boolean plain;

    @Option(names = "--online", description = "Includes versions by Git reference, which are fetched.")
    private boolean online;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, PluginException, InterruptedException {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS);
        try (Progress progress = new Progress(spec, "Pushing " + directory);
                Content content = Content.read(directory, online, settings())) {
            Publisher.Result result = content.reading().push(content.state(), executor);
            progress.end();
            spec.commandLine()
                    .getErr()
                    .println("Pushed " + result.pushed() + " artifacts to " + registry + "; " + result.present()
                            + " were there already.");
            return content.isIncomplete() ? Main.WRONG : Main.OK;
        } catch (OciBackendException e) {
            spec.commandLine().getErr().println("error: " + e.getMessage());
            return Main.WRONG;
        } finally {
            executor.shutdownNow();
        }
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> values = new HashMap<>();
        String address = registry.contains("://") ? registry : (plain ? "http://" : "https://") + registry;
        values.put("registry.oci.type", "distribution");
        values.put("registry.oci.url", address);
        put(values, "username", username);
        put(values, "password", password);
        put(values, "password-file", passwordFile);
        put(values, "token-file", tokenFile);
        put(values, "ca", authorities);
        if (username == null && password == null && passwordFile == null && tokenFile == null) {
            Optional<DockerConfig.Login> login = DockerConfig.login(address);
            login.ifPresent(known -> {
                put(values, "username", known.username());
                put(values, "password", known.password());
            });
        }
        if (plain) {
            values.put("registry.oci.plain-http-credentials", "true");
        }
        return values;
    }

    private static void put(Map<String, String> values, String key, @Nullable Object value) {
        if (value != null) {
            values.put("registry.oci." + key, value.toString());
        }
    }
}
