/** Authentication to a registry. */
@NullMarked
package io.devfile.registry.oci.distribution.auth;

import org.jspecify.annotations.NullMarked;
