/** Search by what people type. */
@NullMarked
package io.devfile.registry.index.search;

import org.jspecify.annotations.NullMarked;
