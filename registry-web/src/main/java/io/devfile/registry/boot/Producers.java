package io.devfile.registry.boot;

import io.devfile.registry.http.ResponseCache;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Provides the single registry, and its settings from MicroProfile Config, to all parts of the application. */
@ApplicationScoped
public class Producers {

    @Inject
    private Config config;

    @Produces
    @Singleton
    Registry registry() {
        return new Registry(Clock.systemUTC());
    }

    @Produces
    @Singleton
    ResponseCache responseCache(Registry registry) {
        return new ResponseCache(registry::state);
    }

    @Produces
    @Singleton
    Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> value(String name) {
                return config.getOptionalValue(name, String.class);
            }

            @Override
            public Iterable<String> names() {
                return config.getPropertyNames();
            }
        };
    }
}
