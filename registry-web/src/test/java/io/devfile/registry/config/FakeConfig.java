package io.devfile.registry.config;

import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Configuration as a server has it: environment variables go before properties, also under the property's name. */
final class FakeConfig implements Config {

    private final Map<String, String> properties = new TreeMap<>();

    static FakeConfig of(String... namesAndValues) {
        FakeConfig config = new FakeConfig();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            config.properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return config;
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_");
        return Optional.ofNullable(properties.get(variable.toUpperCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(properties.get(name)))
                .filter(value -> !value.isEmpty())
                .map(type::cast);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow(NoSuchElementException::new);
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return properties.keySet();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
