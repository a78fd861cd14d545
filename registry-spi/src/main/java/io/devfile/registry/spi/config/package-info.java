/** What one plugin instance is given: its settings, and where it may work. */
@NullMarked
package io.devfile.registry.spi.config;

import org.jspecify.annotations.NullMarked;
