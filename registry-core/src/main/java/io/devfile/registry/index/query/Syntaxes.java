package io.devfile.registry.index.query;

import io.devfile.registry.index.model.VersionNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The types of parameter values. */
final class Syntaxes {

    static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+(?:\\.[0-9]+)?");
    static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Syntaxes() {}

    /** Any text, normalised. */
    static String text(String parameter, String value) throws InvalidParameterException {
        String text = NormalText.of(value);
        if (text.isEmpty()) {
            throw InvalidParameterException.of(parameter, value, "is only white space; give some text to look for.");
        }
        return text;
    }

    /** One value of a fixed list, compared exactly. */
    static Parameters.Syntax<String> oneOf(List<String> choices) {
        return (parameter, value) -> {
            if (!choices.contains(value)) {
                throw InvalidParameterException.of(
                        parameter,
                        value,
                        choices.size() == 1
                                ? "is not known; the only one is " + choices.get(0) + "."
                                : "is not known; give one of " + String.join(", ", choices)
                                        + ", and repeat the parameter for several.");
            }
            return value;
        };
    }

    static boolean flag(String parameter, String value) throws InvalidParameterException {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw InvalidParameterException.of(parameter, value, "is neither true nor false; give one of these.");
        };
    }

    static VersionNumber version(String parameter, String value) throws InvalidParameterException {
        if (VERSION.matcher(value).matches()) {
            return VersionNumber.of(value).orElseThrow();
        }
        throw InvalidParameterException.of(
                parameter, value, "is not a version; give x.y or x.y.z, such as 1.2 or 1.2.0.");
    }

    static LocalDate date(String parameter, String value) throws InvalidParameterException {
        if (!DATE.matcher(value).matches()) {
            throw InvalidParameterException.of(parameter, value, "is not a date; give YYYY-MM-DD, such as 2025-01-31.");
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException notInCalendar) {
            throw InvalidParameterException.of(
                    parameter,
                    value,
                    "is a date that the calendar does not have; give YYYY-MM-DD, such as 2025-01-31.");
        }
    }
}
