package io.devfile.registry.viewer;

import io.devfile.registry.http.RequestProblem;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;

/** Shows an error page for errors that are found before a request reaches the pages. */
@WebServlet(name = "viewer-error", urlPatterns = "/WEB-INF/error/viewer")
public class ViewerErrorServlet extends PageServlet {

    private static final long serialVersionUID = 1L;

    @Override
    void answer(PageRequest pageRequest) throws IOException {
        String message = RequestProblem.message(pageRequest.request());
        String sentence = Character.toUpperCase(message.charAt(0)) + message.substring(1);
        pageRequest.show(ProblemPage.of(
                RequestProblem.status(pageRequest.request()), sentence.endsWith(".") ? sentence : sentence + "."));
    }
}
