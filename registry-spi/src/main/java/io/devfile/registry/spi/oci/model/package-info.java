/** Value types of the OCI specifications; every instance is valid. */
@NullMarked
package io.devfile.registry.spi.oci.model;

import org.jspecify.annotations.NullMarked;
