package io.devfile.registry.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rejects invalid requests before they reach code that would fail on them: malformed URLs, invalid host names, and
 * methods that no public route supports.
 */
public class RequestCheckFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** A host name or an IP address; names with underscores or a dot at the end are not valid, but occur. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,254}|\\[[0-9A-Fa-f:.]{2,45}]");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isHost(request.getServerName())) {
            RequestProblem.send(
                    request, response, 400, "the Host header is not a valid host; send a name or an address");
        } else if (!isAddress(request.getRequestURI(), request.getQueryString())) {
            RequestProblem.send(
                    request,
                    response,
                    400,
                    "the address is malformed; percent-encode, as UTF-8, the characters that are not allowed in"
                            + " an address");
        } else if (!READING.contains(request.getMethod()) && !Routes.isAdministrative(request)) {
            RequestProblem.send(request, response, 405, "Only GET requests are supported.");
        } else {
            chain.doFilter(new ReadableRequest(request), response);
        }
    }

    /** Whether a host is valid, so that it can be repeated in links and pages. */
    public static boolean isHost(String name) {
        return HOST.matcher(name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name)
                .matches();
    }

    private static boolean isAddress(String path, @Nullable String query) {
        try {
            new URI(query == null ? path : path + "?" + query);
        } catch (URISyntaxException e) {
            return false;
        }
        return path.indexOf('%') < 0 || isUtf8(path);
    }

    private static boolean isUtf8(String encoded) {
        byte[] bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
