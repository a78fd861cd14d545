/** Texts compared with each other. */
@NullMarked
package io.devfile.registry.text;

import org.jspecify.annotations.NullMarked;
