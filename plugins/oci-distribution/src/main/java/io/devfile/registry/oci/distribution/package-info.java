/** The backend that stores artifacts in a registry with the OCI distribution API. */
@NullMarked
package io.devfile.registry.oci.distribution;

import org.jspecify.annotations.NullMarked;
