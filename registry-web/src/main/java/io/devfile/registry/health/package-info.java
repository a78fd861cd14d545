/** Health checks for probes and operators. */
@NullMarked
package io.devfile.registry.health;

import org.jspecify.annotations.NullMarked;
