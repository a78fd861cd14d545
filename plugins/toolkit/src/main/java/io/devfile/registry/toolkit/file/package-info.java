/** Files that a crash cannot leave half written, and trees of files that come from somebody else. */
@NullMarked
package io.devfile.registry.toolkit.file;

import org.jspecify.annotations.NullMarked;
