package io.devfile.registry.viewer.page;

/**
 * What every page says of itself.
 *
 * @param title of the page, without that of the site
 * @param description of the page, in a sentence or two
 * @param path of the page's one address among several
 * @param indexed whether search engines may keep it
 */
public record Head(String title, String description, String path, boolean indexed) {}
