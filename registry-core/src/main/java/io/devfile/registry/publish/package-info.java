/** Converts stack versions to OCI artifacts and pushes the missing ones. */
@NullMarked
package io.devfile.registry.publish;

import org.jspecify.annotations.NullMarked;
