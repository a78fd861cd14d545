package io.devfile.registry.viewer;

import io.devfile.registry.viewer.page.Addresses;

/**
 * The content of the frame around every page.
 *
 * @param name of the registry; empty if it is the default name, which is not shown
 * @param base the URL of the registry, for absolute links
 * @param style URL of the style sheet
 * @param script URL of the script
 * @param icon URL of the site's icon
 */
public record Site(String name, String base, String style, String script, String icon) {

    static final String TITLE = "Devfile Registry";

    private static final String USUAL_NAME = "devfile-registry";

    static Site of(String name, String base, Assets assets) {
        return new Site(
                name.equals(USUAL_NAME) ? "" : name,
                base,
                assets.address("viewer.css"),
                assets.address("viewer.js"),
                assets.address("icon.svg"));
    }

    /** The title of a page, for the browser. */
    public String title(String page) {
        String site = name.isEmpty() ? TITLE : name + " · " + TITLE;
        return page.isEmpty() ? site : page + " · " + site;
    }

    /** The canonical URL of a page. */
    public String canonical(String path) {
        return base + path;
    }

    public String catalogue() {
        return Addresses.CATALOGUE;
    }

    public String status() {
        return Addresses.STATUS;
    }

    public String feed() {
        return Addresses.FEED;
    }
}
