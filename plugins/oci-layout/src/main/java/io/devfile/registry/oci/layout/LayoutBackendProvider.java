package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendProvider;
import java.nio.file.Path;

/**
 * Creates {@link LayoutBackend}s, the type {@value #TYPE}. One setting: {@value #PATH}, the directory that contains the
 * layouts; the default is the instance's work directory.
 */
public final class LayoutBackendProvider implements OciBackendProvider {

    static final String TYPE = "layout";
    static final String PATH = "path";

    /** For {@link java.util.ServiceLoader}. */
    public LayoutBackendProvider() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public OciBackend create(PluginContext context) throws SettingException {
        Path root = context.settings().path(PATH).orElse(context.workDirectory());
        return new LayoutBackend(root);
    }
}
