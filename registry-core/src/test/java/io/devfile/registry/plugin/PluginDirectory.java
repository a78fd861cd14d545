package io.devfile.registry.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory of plugins: classes of the tests, loaded again by a separate class loader that registers them as
 * services.
 */
final class PluginDirectory {

    private final Path directory;

    PluginDirectory(Path directory) {
        this.directory = directory;
    }

    PluginDirectory provide(Class<?> spi, Class<?>... providers) throws IOException {
        return provide(spi, List.of(providers).stream().map(Class::getName).toList());
    }

    PluginDirectory provide(Class<?> spi, List<String> providers) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.write(services.resolve(spi.getName()), providers);
        return this;
    }

    /** Makes the class and its nested classes load from here. */
    PluginDirectory with(Class<?> plugin) throws IOException {
        Path packages = Files.createDirectories(
                directory.resolve(plugin.getPackageName().replace('.', '/')));
        Path compiled = Path.of(
                plugin.getProtectionDomain().getCodeSource().getLocation().getPath());
        String name = plugin.getName().substring(plugin.getPackageName().length() + 1);
        try (var files = Files.newDirectoryStream(
                compiled.resolve(plugin.getPackageName().replace('.', '/')), name + "*.class")) {
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    Files.copy(in, packages.resolve(file.getFileName().toString()));
                }
            }
        }
        return this;
    }

    /** A loader that searches this directory first. */
    URLClassLoader loader() throws IOException {
        return new URLClassLoader(
                "plugins", new URL[] {directory.toUri().toURL()}, getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    if (findLoadedClass(name) == null && findResource(name.replace('.', '/') + ".class") != null) {
                        return findClass(name);
                    }
                    return super.loadClass(name, resolve);
                }
            }
        };
    }
}
