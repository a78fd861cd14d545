/** OCI backends: the storage of the artifacts. */
@NullMarked
package io.devfile.registry.spi.oci;

import org.jspecify.annotations.NullMarked;
