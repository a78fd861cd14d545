/** The JSON of the OCI image specification, for backends that have to understand what they keep. */
@NullMarked
package io.devfile.registry.toolkit.json;

import org.jspecify.annotations.NullMarked;
