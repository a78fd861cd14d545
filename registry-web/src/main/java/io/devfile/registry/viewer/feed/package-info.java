/** What programs read of the pages: a feed of new and changed versions, and the map of the site. */
@NullMarked
package io.devfile.registry.viewer.feed;

import org.jspecify.annotations.NullMarked;
