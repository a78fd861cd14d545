package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.OciBackend;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Creates backends in the same way as the host. */
final class Backends {

    static final String PREFIX = "registry.oci.";

    private Backends() {}

    static OciBackend create(Map<String, String> values) throws SettingException {
        PluginSettings settings = new PluginSettings(PREFIX, values);
        PluginContext context = new PluginContext("oci", settings, Path.of("unused"), false);
        OciBackend backend = new DistributionBackendProvider().create(context);
        settings.rejectUnread();
        return backend;
    }

    /** @param more alternating keys and values */
    static OciBackend at(Object url, String... more) throws SettingException {
        Map<String, String> values = new HashMap<>(Map.of("url", url.toString(), "timeout", "PT5S"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return create(values);
    }
}
