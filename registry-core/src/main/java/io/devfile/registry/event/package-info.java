/** Tells another service, as CloudEvents, what changes in the registry and how it is used. */
@NullMarked
package io.devfile.registry.event;

import org.jspecify.annotations.NullMarked;
