/** Starter projects, as zips. */
@NullMarked
package io.devfile.registry.starter;

import org.jspecify.annotations.NullMarked;
