/** The page of one version: what it is, how to get it, and what is in its devfile. */
@NullMarked
package io.devfile.registry.viewer.detail;

import org.jspecify.annotations.NullMarked;
