/** Stack sources: where the stacks come from. */
@NullMarked
package io.devfile.registry.spi.source;

import org.jspecify.annotations.NullMarked;
