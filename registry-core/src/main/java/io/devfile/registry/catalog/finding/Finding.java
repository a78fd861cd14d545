package io.devfile.registry.catalog.finding;

/**
 * A problem with the content of a source.
 *
 * @param message what is wrong and how to fix it, in sentences for the author of the stack
 */
public record Finding(Severity severity, Rule rule, Place place, String message) {

    @Override
    public String toString() {
        return severity + " " + place + ": " + message + " [" + rule.id() + "]";
    }
}
