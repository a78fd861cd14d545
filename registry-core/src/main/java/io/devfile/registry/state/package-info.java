/** The state that is being served: one immutable value, replaced as a whole, stored across restarts. */
@NullMarked
package io.devfile.registry.state;

import org.jspecify.annotations.NullMarked;
