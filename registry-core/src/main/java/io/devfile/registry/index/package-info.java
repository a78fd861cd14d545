/** The index of the registry, and the answers made from it. Values are in {@code model}, questions in {@code query}. */
@NullMarked
package io.devfile.registry.index;

import org.jspecify.annotations.NullMarked;
