/** Stacks from a directory on this machine. */
@NullMarked
package io.devfile.registry.source.filesystem;

import org.jspecify.annotations.NullMarked;
