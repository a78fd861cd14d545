/** Settings of one plugin instance, as its operator wrote them. */
@NullMarked
package io.devfile.registry.spi.config;

import org.jspecify.annotations.NullMarked;
