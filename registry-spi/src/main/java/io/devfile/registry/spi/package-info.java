/** The common base of the exceptions of all plugins. */
@NullMarked
package io.devfile.registry.spi;

import org.jspecify.annotations.NullMarked;
