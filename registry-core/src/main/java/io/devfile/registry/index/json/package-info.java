/** The JSON of entries and versions, created once and copied into every answer that contains them. */
@NullMarked
package io.devfile.registry.index.json;

import org.jspecify.annotations.NullMarked;
