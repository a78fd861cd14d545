/** Text from others, made safe for messages. */
@NullMarked
package io.devfile.registry.toolkit.text;

import org.jspecify.annotations.NullMarked;
