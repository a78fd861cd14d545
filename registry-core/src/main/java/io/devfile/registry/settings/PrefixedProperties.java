package io.devfile.registry.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the properties below a prefix, including those from environment variables, where {@code registry.source.a.path}
 * is {@code REGISTRY_SOURCE_A_PATH}.
 */
final class PrefixedProperties {

    private final Settings settings;

    PrefixedProperties(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param others longer prefixes whose variables also match this prefix
     * @return values by relative key; if there are both a property and its variable, the value with precedence, under
     *     the property's key
     */
    Map<String, String> below(String prefix, List<String> others) {
        Map<String, String> found = new TreeMap<>();
        for (String name : settings.names()) {
            if (name.startsWith(prefix) && !ServiceVariable.is(variable(name), settings)) {
                put(found, name.substring(prefix.length()), name);
            }
        }
        String variablePrefix = variable(prefix);
        for (String name : settings.names()) {
            boolean below = name.startsWith(variablePrefix)
                    && !ServiceVariable.is(name, settings)
                    && others.stream().noneMatch(other -> name.startsWith(variable(other)));
            String key = below ? name.substring(variablePrefix.length()) : "";
            if (below
                    && found.keySet().stream()
                            .noneMatch(known -> variable(known).equals(key))) {
                put(found, key.toLowerCase(Locale.ROOT), name);
            }
        }
        return found;
    }

    private void put(Map<String, String> found, String key, String name) {
        settings.value(name).ifPresent(value -> found.put(key, value));
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
