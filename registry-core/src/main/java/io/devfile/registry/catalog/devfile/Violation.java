package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.finding.Severity;

/**
 * What is wrong with a devfile.
 *
 * @param pointer a JSON pointer (RFC 6901); empty for the devfile as a whole
 * @param line counted from 1
 * @param message what is wrong and how to mend it, in sentences for the author of the devfile
 */
public record Violation(Severity severity, String pointer, int line, String message) {}
