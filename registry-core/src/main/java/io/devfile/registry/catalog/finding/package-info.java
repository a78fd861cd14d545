/** What is wrong with content, where, and how to mend it. */
@NullMarked
package io.devfile.registry.catalog.finding;

import org.jspecify.annotations.NullMarked;
