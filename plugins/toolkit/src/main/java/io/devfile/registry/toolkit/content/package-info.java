/** Content on its way in or out: counted, and compared with its digest as it passes. */
@NullMarked
package io.devfile.registry.toolkit.content;

import org.jspecify.annotations.NullMarked;
