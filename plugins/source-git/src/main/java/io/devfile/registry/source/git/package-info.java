/** Stacks from a Git repository. */
@NullMarked
package io.devfile.registry.source.git;

import org.jspecify.annotations.NullMarked;
