package io.devfile.registry.viewer;

import io.devfile.registry.settings.ConfigurationReader;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.spi.config.SettingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of the web pages, available before all other parts of the registry. */
@ApplicationScoped
public class ViewerSettings {

    private static final System.Logger LOG = System.getLogger(ViewerSettings.class.getName());

    private @Nullable ViewerConfiguration configuration;

    @Inject
    private Settings settings;

    @PostConstruct
    void read() {
        try {
            configuration = new ConfigurationReader(settings).viewer();
        } catch (SettingException e) {
            // the start fails because of the same error, and health checks report it
            LOG.log(Level.ERROR, e.getMessage());
        }
    }

    /** Empty if a setting is malformed; the registry then does not become ready. */
    public Optional<ViewerConfiguration> get() {
        return Optional.ofNullable(configuration);
    }
}
