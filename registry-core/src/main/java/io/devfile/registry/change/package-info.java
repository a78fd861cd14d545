/** What changed from one state to the next. */
@NullMarked
package io.devfile.registry.change;

import org.jspecify.annotations.NullMarked;
