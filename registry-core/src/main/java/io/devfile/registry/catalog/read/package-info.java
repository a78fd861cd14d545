/** Reads a registry repository: stacks, samples and the files beside them. */
@NullMarked
package io.devfile.registry.catalog.read;

import org.jspecify.annotations.NullMarked;
