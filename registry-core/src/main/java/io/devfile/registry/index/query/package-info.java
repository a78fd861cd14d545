/** What a client may ask of the index: its parameters, how they are checked, and which entries and versions match. */
@NullMarked
package io.devfile.registry.index.query;

import org.jspecify.annotations.NullMarked;
