/** What all plugins share: the failure they report and the context they are created in. */
@NullMarked
package io.devfile.registry.spi;

import org.jspecify.annotations.NullMarked;
