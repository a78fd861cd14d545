/** The endpoints for operators and forges. All of them except {@code /api/identity} require authentication. */
@NullMarked
package io.devfile.registry.admin;

import org.jspecify.annotations.NullMarked;
