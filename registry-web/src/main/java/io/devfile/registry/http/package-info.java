/** HTTP features that all responses share: conditions, ranges, error bodies, headers. */
@NullMarked
package io.devfile.registry.http;

import org.jspecify.annotations.NullMarked;
