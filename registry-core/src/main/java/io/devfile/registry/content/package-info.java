/** The bytes of all served content, stored on disk by their digests. */
@NullMarked
package io.devfile.registry.content;

import org.jspecify.annotations.NullMarked;
