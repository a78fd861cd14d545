/** Output of the web pages for programs: a feed of new and changed versions, and the sitemap. */
@NullMarked
package io.devfile.registry.viewer.feed;

import org.jspecify.annotations.NullMarked;
