/**
 * The requirements for a devfile that the registry serves: its schema, the rules of the devfile specification, and the
 * registry's own rules.
 */
@NullMarked
package io.devfile.registry.catalog.devfile;

import org.jspecify.annotations.NullMarked;
