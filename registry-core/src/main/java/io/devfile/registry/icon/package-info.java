/**
 * The pictures of entries: taken from where content names them, kept by digest, and given out by this server, so that
 * clients and pages ask nobody else.
 */
@NullMarked
package io.devfile.registry.icon;

import org.jspecify.annotations.NullMarked;
