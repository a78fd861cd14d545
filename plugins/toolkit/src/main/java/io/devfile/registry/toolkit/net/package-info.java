/** Settings that all plugins with network connections have in common. */
@NullMarked
package io.devfile.registry.toolkit.net;

import org.jspecify.annotations.NullMarked;
