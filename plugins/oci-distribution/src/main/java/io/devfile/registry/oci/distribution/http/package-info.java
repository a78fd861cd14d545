/** HTTP as a registry needs it: with time limits, ended by interrupts, and failures that say what to do. */
@NullMarked
package io.devfile.registry.oci.distribution.http;

import org.jspecify.annotations.NullMarked;
