/** The problems with the content, where they are, and how to fix them. */
@NullMarked
package io.devfile.registry.catalog.finding;

import org.jspecify.annotations.NullMarked;
