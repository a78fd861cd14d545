package io.devfile.registry.http;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;

/** Redirects browsers from {@code /} to the web pages, and all other clients to the index. */
@WebServlet(name = "root", urlPatterns = "")
public class RootServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        boolean browser = Collections.list(request.getHeaders("Accept")).stream()
                .anyMatch(accept -> accept.toLowerCase(Locale.ROOT).contains("text/html"));
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", browser ? "/viewer" : "/index");
        response.setHeader("Vary", "Accept");
    }
}
