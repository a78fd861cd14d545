/** The operator's configuration, read once at the start. */
@NullMarked
package io.devfile.registry.settings;

import org.jspecify.annotations.NullMarked;
