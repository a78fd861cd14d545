package io.devfile.registry.index.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The query parameters of one request, by name. */
record Parameters(Map<String, List<String>> byName) {

    /** Converts the text of a parameter to its value. */
    @FunctionalInterface
    interface Syntax<T> {
        T read(String parameter, String value) throws InvalidParameterException;
    }

    /**
     * The values of a parameter in the given order; empty if the parameter is absent.
     *
     * @throws InvalidParameterException if a value is empty or has the wrong syntax
     */
    <T> List<T> values(String parameter, Syntax<T> syntax) throws InvalidParameterException {
        List<T> values = new ArrayList<>();
        for (String value : byName.getOrDefault(parameter, List.of())) {
            if (value.isBlank()) {
                throw new InvalidParameterException(
                        parameter, "The value of " + parameter + " is empty; give one, or leave the parameter out.");
            }
            values.add(syntax.read(parameter, value));
        }
        return values;
    }
}
