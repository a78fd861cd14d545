/** Stacks from a zip or tar archive, of this machine or of an HTTP server. */
@NullMarked
package io.devfile.registry.source.archive;

import org.jspecify.annotations.NullMarked;
