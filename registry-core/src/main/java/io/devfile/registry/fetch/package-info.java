/**
 * Fetches files from addresses in the content. These addresses of icons, starter projects, samples and parents come from the
 * authors of stacks, and must not give access to the network of the server. So one {@linkplain
 * io.devfile.registry.fetch.FetchGuard guard} decides for every connection, of this module and of plugins, which address may
 * be connected to.
 */
@NullMarked
package io.devfile.registry.fetch;

import org.jspecify.annotations.NullMarked;
