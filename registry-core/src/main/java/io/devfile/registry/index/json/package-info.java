/** The JSON of entries and versions, made once and copied into every answer that holds them. */
@NullMarked
package io.devfile.registry.index.json;

import org.jspecify.annotations.NullMarked;
