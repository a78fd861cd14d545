/** Stacks from a zip or tar archive, on this machine or on an HTTP server. */
@NullMarked
package io.devfile.registry.source.archive;

import org.jspecify.annotations.NullMarked;
