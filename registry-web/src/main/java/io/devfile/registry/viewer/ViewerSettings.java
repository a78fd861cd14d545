package io.devfile.registry.viewer;

import io.devfile.registry.settings.ConfigurationReader;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.settings.ViewerConfiguration;
import io.devfile.registry.spi.config.SettingException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The settings of the web pages, known before anything else of the registry is up. */
@ApplicationScoped
public class ViewerSettings {

    private static final Logger LOG = Logger.getLogger(ViewerSettings.class.getName());

    private Optional<ViewerConfiguration> configuration = Optional.empty();

    @Inject
    private Settings settings;

    @PostConstruct
    void read() {
        try {
            configuration = Optional.of(new ConfigurationReader(settings).viewer());
        } catch (SettingException e) {
            // the start fails of the same, and tells health checks
            LOG.log(Level.SEVERE, e.getMessage());
        }
    }

    /** Empty where a setting is malformed, and the registry does not get ready. */
    public Optional<ViewerConfiguration> get() {
        return configuration;
    }
}
