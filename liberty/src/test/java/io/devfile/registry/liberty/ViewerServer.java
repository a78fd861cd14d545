package io.devfile.registry.liberty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Provides one server with {@link ViewerContent} and the bundled stacks to tests of the web pages; none changes it. */
final class ViewerServer implements ParameterResolver {

    static final String CHE = "https://devspaces.example.com/";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RegistryServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ViewerServer.class))
                .getOrComputeIfAbsent(ViewerServer.class, any -> started(), RegistryServer.class);
    }

    private static RegistryServer started() {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "viewer-")
                    .toAbsolutePath();
            ViewerContent.write(directory.resolve("source"));
            RegistryServer server = new RegistryServer(directory)
                    .with("REGISTRY_SOURCES", "mine,bundled")
                    .with("REGISTRY_SOURCE_MINE_TYPE", "filesystem")
                    .with(
                            "REGISTRY_SOURCE_MINE_PATH",
                            directory.resolve("source").toString())
                    .with("REGISTRY_PROVENANCE", "true")
                    .with("REGISTRY_NAME", "Our Registry")
                    .with("REGISTRY_VIEWER_CHE", CHE);
            server.startAndAwaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
