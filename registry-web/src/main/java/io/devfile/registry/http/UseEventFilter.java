package io.devfile.registry.http;

import io.devfile.registry.event.Events;
import io.devfile.registry.refresh.Registry;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reports successful use of the registry by clients, if events are sent. */
public class UseEventFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 256;
    /** Starter projects are answered with 202, as clients expect. */
    private static final Set<Integer> SUCCESS =
            Set.of(HttpServletResponse.SC_OK, HttpServletResponse.SC_ACCEPTED, HttpServletResponse.SC_NOT_MODIFIED);

    private static final List<String> HEADERS = List.of("User", "Client", "Locale");

    private static final List<Use> USES = List.of(
            new Use("list", "/(?:v2)?index(?:/([^/]+))?", "type"),
            new Use("view", "/devfiles/([^/]+)(?:/((?!starter-projects$)[^/]+))?", "name", "version"),
            new Use("download", "/v2/devfile-catalog/([^/]+)/manifests/([^/]+)", "name", "version"),
            new Use(
                    "starter-project",
                    "/devfiles/([^/]+)(?:/([^/]+))?/starter-projects/([^/]+)",
                    "name",
                    "version",
                    "starterProject"));

    /**
     * What a client does by reading a path.
     *
     * @param groups the names of the path's groups in the data of the event
     */
    private record Use(String name, Pattern path, List<String> groups) {

        Use(String name, String path, String... groups) {
            this(name, Pattern.compile(path), List.of(groups));
        }

        /** What the path says; empty if it is not this use. */
        Optional<Map<String, String>> data(String of) {
            Matcher matcher = path.matcher(of);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Map<String, String> data = new LinkedHashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                if (matcher.group(i + 1) != null) {
                    data.put(groups.get(i), matcher.group(i + 1));
                }
            }
            return Optional.of(data);
        }
    }

    @Inject
    private transient Registry registry;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        Optional<Events> events = registry.events();
        if (events.isPresent() && request.getMethod().equals("GET") && SUCCESS.contains(response.getStatus())) {
            report(request, events.get());
        }
    }

    private static void report(HttpServletRequest request, Events events) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        for (Use use : USES) {
            use.data(path).ifPresent(data -> {
                for (String header : HEADERS) {
                    String value = request.getHeader(header);
                    if (value != null && value.length() <= LONGEST) {
                        data.put(header.toLowerCase(Locale.ROOT), value);
                    }
                }
                events.used(use.name(), data);
            });
        }
    }
}
