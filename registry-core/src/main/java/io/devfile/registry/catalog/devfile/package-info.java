/** What a devfile must be for the registry to serve it: its schema, the devfile rules, and the registry's own. */
@NullMarked
package io.devfile.registry.catalog.devfile;

import org.jspecify.annotations.NullMarked;
