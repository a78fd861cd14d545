/** The command {@code devfile-registry}. */
@NullMarked
package io.devfile.registry.cli;

import org.jspecify.annotations.NullMarked;
