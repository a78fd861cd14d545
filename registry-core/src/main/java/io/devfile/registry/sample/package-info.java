/** The devfiles of samples that are not in their source: fetched from the repositories of the samples. */
@NullMarked
package io.devfile.registry.sample;

import org.jspecify.annotations.NullMarked;
