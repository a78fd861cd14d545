/** The REST API. */
@NullMarked
package io.devfile.registry.rest;

import org.jspecify.annotations.NullMarked;
