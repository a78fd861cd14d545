/** HTTP for access to a registry: with time limits, interruptible, and with failures that state a remedy. */
@NullMarked
package io.devfile.registry.oci.distribution.http;

import org.jspecify.annotations.NullMarked;
