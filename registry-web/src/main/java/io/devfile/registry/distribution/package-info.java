/** The read-only OCI distribution API at /v2. */
@NullMarked
package io.devfile.registry.distribution;

import org.jspecify.annotations.NullMarked;
