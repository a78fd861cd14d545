package io.devfile.registry.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings as on a server: environment variables take precedence over properties, also under the property's name. */
final class FakeSettings implements Settings {

    private final Map<String, String> properties = new TreeMap<>();

    static FakeSettings of(String... namesAndValues) {
        FakeSettings settings = new FakeSettings();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.properties.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return settings;
    }

    @Override
    public Optional<String> value(String name) {
        String variable = name.replaceAll("[^A-Za-z0-9]", "_");
        return Optional.ofNullable(properties.get(variable.toUpperCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(properties.get(name)))
                .filter(value -> !value.isEmpty());
    }

    @Override
    public Iterable<String> names() {
        return properties.keySet();
    }
}
