/** What all plugins share: the failure that they report. */
@NullMarked
package io.devfile.registry.spi;

import org.jspecify.annotations.NullMarked;
