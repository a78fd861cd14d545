/** The backend that stores artifacts as OCI image layouts on the local disk. */
@NullMarked
package io.devfile.registry.oci.layout;

import org.jspecify.annotations.NullMarked;
