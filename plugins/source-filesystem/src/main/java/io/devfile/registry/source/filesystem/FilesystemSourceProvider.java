package io.devfile.registry.source.filesystem;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.nio.file.Path;

/**
 * Type {@code filesystem}. The settings are {@code path}, the directory that contains {@code stacks/}, and
 * {@code watch}, whether changes are detected when they happen (the default).
 */
public final class FilesystemSourceProvider implements StackSourceProvider {

    @Override
    public String type() {
        return "filesystem";
    }

    @Override
    public StackSource create(PluginContext context) throws SettingException {
        context.settings().require("path", "the directory that contains stacks/");
        Path path = context.settings().path("path").orElseThrow();
        boolean watch = context.settings().flag("watch").orElse(true);
        return new FilesystemSource(path.toAbsolutePath().normalize(), watch);
    }
}
