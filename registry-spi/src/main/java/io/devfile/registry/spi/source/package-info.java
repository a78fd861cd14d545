/** Stack sources: the origin of the stacks. */
@NullMarked
package io.devfile.registry.spi.source;

import org.jspecify.annotations.NullMarked;
