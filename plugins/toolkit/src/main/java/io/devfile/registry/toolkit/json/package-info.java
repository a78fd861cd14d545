/** The JSON of the OCI image specification, for backends that must interpret the content that they store. */
@NullMarked
package io.devfile.registry.toolkit.json;

import org.jspecify.annotations.NullMarked;
