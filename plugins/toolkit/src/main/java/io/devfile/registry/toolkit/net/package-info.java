/** What plugins that speak over a network are told in the same settings. */
@NullMarked
package io.devfile.registry.toolkit.net;

import org.jspecify.annotations.NullMarked;
