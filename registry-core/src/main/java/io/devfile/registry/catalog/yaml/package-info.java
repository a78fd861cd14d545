/** YAML documents as plain values, with their line numbers. Everything in this package expects untrusted input. */
@NullMarked
package io.devfile.registry.catalog.yaml;

import org.jspecify.annotations.NullMarked;
