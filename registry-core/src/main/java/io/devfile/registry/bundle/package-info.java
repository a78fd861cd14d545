/**
 * All served content as one archive, which a source of type {@code archive} can read without a network. It contains the
 * starter projects, icons and parents that devfiles refer to, and the references point to these copies.
 */
@NullMarked
package io.devfile.registry.bundle;

import org.jspecify.annotations.NullMarked;
