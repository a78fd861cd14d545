/** Measurements in the format of Prometheus. */
@NullMarked
package io.devfile.registry.metrics;

import org.jspecify.annotations.NullMarked;
