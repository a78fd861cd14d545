/** The endpoints of the running registry for operators and forges, which have to authenticate. */
@NullMarked
package io.devfile.registry.admin;

import org.jspecify.annotations.NullMarked;
