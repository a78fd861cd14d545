/** Files that a crash cannot leave half written. */
@NullMarked
package io.devfile.registry.spi.file;

import org.jspecify.annotations.NullMarked;
