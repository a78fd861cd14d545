/**
 * All that is served, as one archive that a source of type {@code archive} reads where there is no network: with the starter
 * projects, icons and parents that devfiles name elsewhere, and with their addresses changed to those of the copies.
 */
@NullMarked
package io.devfile.registry.bundle;

import org.jspecify.annotations.NullMarked;
