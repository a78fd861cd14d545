package io.devfile.registry.viewer;

import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.Head;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that is shown instead of a page that is not available.
 *
 * @param text what happened and what to do about it
 * @param linksTitle the title of the links; empty if there are none
 * @param search what to search for instead; null if a search does not help
 */
public record ProblemPage(
        Head head,
        int status,
        String text,
        String linksTitle,
        List<Link> links,
        @Nullable String search) {

    private static final int QUOTED = 80;

    /** A link to another page. */
    public record Link(String text, String address) {}

    static ProblemPage of(int status, String title, String text) {
        return of(status, title, text, "", List.of());
    }

    static ProblemPage of(int status, String title, String text, String linksTitle, List<Link> links) {
        return new ProblemPage(
                new Head(title, title, "", false), status, text, links.isEmpty() ? "" : linksTitle, links, null);
    }

    /** This page, with a form to search for something else. */
    ProblemPage withSearch(String words) {
        return new ProblemPage(head, status, text, linksTitle, links, DisplayText.shortened(words, QUOTED));
    }

    /** The page that is shown while there is no content. */
    static ProblemPage notReady(RegistryStatus status) {
        if (status.startFailure().isPresent()) {
            return notReady(
                    "The registry could not start",
                    "Its configuration must be corrected first. The status page shows where to find the reason.");
        }
        if (status.refreshFailure().isPresent()) {
            return notReady(
                    "There is nothing to show yet",
                    "The registry could not read its stacks yet, and it keeps trying. The status page shows"
                            + " where to find the reason.");
        }
        return notReady(
                "The registry is starting",
                "It is reading its stacks for the first time, which takes a few seconds."
                        + " Load this page again in a moment.");
    }

    private static ProblemPage notReady(String title, String text) {
        return of(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                title,
                text,
                "See also",
                List.of(new Link("Status of the registry", Addresses.STATUS)));
    }

    /** @param path decoded; its last part may be what the sender is looking for */
    static ProblemPage unknownAddress(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return of(
                        HttpServletResponse.SC_NOT_FOUND,
                        "There is nothing at this address",
                        "The link may be outdated or misspelt. Search for what you are looking for:")
                .withSearch(path.substring(path.lastIndexOf('/', end - 1) + 1, end));
    }

    /** The page for a request that could not be answered. */
    static ProblemPage ofRequest(int status, String text, String path) {
        return status == HttpServletResponse.SC_NOT_FOUND
                ? unknownAddress(path)
                : of(status, "This request cannot be answered", text);
    }

    static ProblemPage broken(String requestId) {
        return of(
                HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
                "This page could not be created",
                "The cause is a defect of the registry; its log has the request " + requestId + ". Try again later.");
    }

    /** Untrusted text in quotes, for use in a sentence. */
    static String quoted(String text) {
        return "“" + DisplayText.shortened(text, QUOTED) + "”";
    }
}
