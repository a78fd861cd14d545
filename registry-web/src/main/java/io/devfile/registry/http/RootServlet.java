package io.devfile.registry.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Redirects browsers from {@code /} to the web pages, and all other clients to the index. */
@WebServlet(name = "root", urlPatterns = "")
public class RootServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location", (Browsers.isPageWanted(request) ? "/viewer" : "/index") + Browsers.query(request));
        response.setHeader("Vary", "Accept");
    }
}
