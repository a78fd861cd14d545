/**
 * Reaching out to what content names. Addresses of icons, starter projects, samples and parents come from whoever writes a
 * stack, and must not open a way into the network that the server stands in. So every client, be it of this module or of a
 * plugin, goes through one {@linkplain io.devfile.registry.fetch.FetchGuard guard}, which looks at the address that is
 * really connected to.
 */
@NullMarked
package io.devfile.registry.fetch;

import org.jspecify.annotations.NullMarked;
