/**
 * The icons of entries: fetched from the addresses in the content, stored by digest, and served by this server, so that
 * clients and pages need no other server.
 */
@NullMarked
package io.devfile.registry.icon;

import org.jspecify.annotations.NullMarked;
