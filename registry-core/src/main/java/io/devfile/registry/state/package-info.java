/** What is being served: one immutable value, swapped whole, kept across restarts. */
@NullMarked
package io.devfile.registry.state;

import org.jspecify.annotations.NullMarked;
