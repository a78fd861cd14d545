package io.devfile.registry.viewer.page;

/**
 * The data that every page has in its head.
 *
 * @param title of the page, without the title of the site
 * @param description of the page, in a sentence or two
 * @param path of the canonical URL of the page
 * @param indexed whether search engines may index the page
 */
public record Head(String title, String description, String path, boolean indexed) {}
