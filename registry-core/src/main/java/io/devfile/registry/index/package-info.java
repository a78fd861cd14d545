/**
 * The index of the registry, and the answers that are created from it. Values are in {@code model}, queries in
 * {@code query}.
 */
@NullMarked
package io.devfile.registry.index;

import org.jspecify.annotations.NullMarked;
