/** What operators and forges may ask of the running registry, once they have shown that they may. */
@NullMarked
package io.devfile.registry.admin;

import org.jspecify.annotations.NullMarked;
