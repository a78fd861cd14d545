/** The bytes of all that is served, kept on disk under their digests. */
@NullMarked
package io.devfile.registry.content;

import org.jspecify.annotations.NullMarked;
