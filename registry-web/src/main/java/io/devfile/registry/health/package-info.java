/** What probes and operators are told. */
@NullMarked
package io.devfile.registry.health;

import org.jspecify.annotations.NullMarked;
