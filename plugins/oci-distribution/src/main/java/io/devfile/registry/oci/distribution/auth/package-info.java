/** How one shows a registry who one is. */
@NullMarked
package io.devfile.registry.oci.distribution.auth;

import org.jspecify.annotations.NullMarked;
