package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.Position;

/**
 * An error or a warning about a devfile.
 *
 * @param pointer a JSON pointer (RFC 6901); empty for the devfile as a whole
 * @param message what is wrong and how to fix it, in sentences for the author of the devfile
 */
public record Violation(Severity severity, Rule rule, String pointer, Position position, String message) {}
