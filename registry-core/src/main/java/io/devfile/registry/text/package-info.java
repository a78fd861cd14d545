/** Comparison of texts. */
@NullMarked
package io.devfile.registry.text;

import org.jspecify.annotations.NullMarked;
