package io.devfile.registry.viewer;

import io.devfile.registry.http.RequestProblem;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Shows an error page for errors that are found before a request reaches the pages. */
@WebServlet(name = "viewer-error", urlPatterns = "/WEB-INF/error/viewer")
public class ViewerErrorServlet extends PageServlet {

    private static final long serialVersionUID = 1L;

    @Override
    void answer(PageRequest pageRequest) throws IOException {
        HttpServletRequest request = pageRequest.request();
        String message = RequestProblem.message(request);
        String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        pageRequest.show(ProblemPage.ofRequest(
                RequestProblem.status(request),
                sentence.endsWith(".") ? sentence : sentence + ".",
                RequestProblem.path(request)));
    }
}
