/** The HTTP client of the registry and its plugins. */
@NullMarked
package io.devfile.registry.toolkit.http;

import org.jspecify.annotations.NullMarked;
