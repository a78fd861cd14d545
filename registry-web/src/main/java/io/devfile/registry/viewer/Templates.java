package io.devfile.registry.viewer;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Renders the templates of the pages, which are Facelets. A template shows a model, and no data of the request. */
final class Templates {

    static final String CATALOGUE = "catalogue";
    static final String DETAIL = "detail";
    static final String STATUS = "status";
    static final String PROBLEM = "problem";

    private static final String DIRECTORY = "/WEB-INF/viewer/";

    private Templates() {}

    /**
     * Writes a page.
     *
     * @param model the value of {@code model} in the template
     * @param site the value of {@code site} in the template
     * @throws IOException if the template fails
     */
    static void show(String template, Object model, Site site, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute("model", model);
        request.setAttribute("site", site);
        try {
            request.getRequestDispatcher(DIRECTORY + template + ".xhtml").forward(new InnerRequest(request), response);
        } catch (ServletException e) {
            throw new IOException("Tried to render the template " + template + ", but it failed: " + e, e);
        }
    }
}
