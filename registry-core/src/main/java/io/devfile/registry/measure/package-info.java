/** Measurements for operators. */
@NullMarked
package io.devfile.registry.measure;

import org.jspecify.annotations.NullMarked;
