/** Stacks from a directory of this machine. */
@NullMarked
package io.devfile.registry.source.filesystem;

import org.jspecify.annotations.NullMarked;
