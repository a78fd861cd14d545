/** Files that are complete even after a crash, and trees of files from an untrusted origin. */
@NullMarked
package io.devfile.registry.toolkit.file;

import org.jspecify.annotations.NullMarked;
