/** What HTTP asks of every answer: conditions, ranges, error bodies, headers. */
@NullMarked
package io.devfile.registry.http;

import org.jspecify.annotations.NullMarked;
