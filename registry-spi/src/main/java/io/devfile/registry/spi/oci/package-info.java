/** OCI backends: where the artifacts are kept. */
@NullMarked
package io.devfile.registry.spi.oci;

import org.jspecify.annotations.NullMarked;
