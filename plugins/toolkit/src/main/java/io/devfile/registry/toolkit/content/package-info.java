/** Streams of content that is read or written: they count the bytes and verify the digest. */
@NullMarked
package io.devfile.registry.toolkit.content;

import org.jspecify.annotations.NullMarked;
