/** The devfiles of samples that their source does not carry: taken from the repositories that the samples are. */
@NullMarked
package io.devfile.registry.sample;

import org.jspecify.annotations.NullMarked;
