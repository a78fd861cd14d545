/** The input of one plugin instance: its settings and its work directory. */
@NullMarked
package io.devfile.registry.spi.config;

import org.jspecify.annotations.NullMarked;
