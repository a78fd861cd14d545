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
    private static final String TYPE = "text/html;charset=utf-8";

    private Templates() {}

    /**
     * Renders a template.
     *
     * @param model the value of {@code model} in the template
     * @param site the value of {@code site} in the template
     * @throws IOException if the template fails
     */
    static Content render(
            String template, Object model, Site site, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        InnerRequest inner = new InnerRequest(request);
        CapturedResponse captured = new CapturedResponse(response);
        request.setAttribute("model", model);
        request.setAttribute("site", site);
        try {
            request.getRequestDispatcher(DIRECTORY + template + ".xhtml").forward(inner, captured);
        } catch (ServletException e) {
            throw new IOException("Tried to render the template " + template + ", but it failed: " + e, e);
        }
        if (captured.error() != 0) {
            throw new IOException("Tried to render the template " + template + ", but the result is the status "
                    + captured.error() + ". See the earlier messages in the log.");
        }
        return new Content(TYPE, captured.bytes());
    }
}
