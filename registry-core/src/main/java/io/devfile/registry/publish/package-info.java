/** Turns stack versions into OCI artifacts and pushes those that are not there yet. */
@NullMarked
package io.devfile.registry.publish;

import org.jspecify.annotations.NullMarked;
