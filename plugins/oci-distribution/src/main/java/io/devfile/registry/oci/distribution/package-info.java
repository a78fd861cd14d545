/** The backend that keeps artifacts in a registry that speaks the OCI distribution API. */
@NullMarked
package io.devfile.registry.oci.distribution;

import org.jspecify.annotations.NullMarked;
