/** YAML documents as plain values, with the lines on which they stand. Nothing in here trusts its input. */
@NullMarked
package io.devfile.registry.catalog.yaml;

import org.jspecify.annotations.NullMarked;
