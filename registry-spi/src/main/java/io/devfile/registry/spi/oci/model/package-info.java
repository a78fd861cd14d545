/** Values of the OCI specifications, valid by construction. */
@NullMarked
package io.devfile.registry.spi.oci.model;

import org.jspecify.annotations.NullMarked;
