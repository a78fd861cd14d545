package io.devfile.registry.viewer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that templates see. It has no parameters, because Faces would take some of them for its own, for example a
 * view state; and no session.
 */
final class InnerRequest extends HttpServletRequestWrapper {

    InnerRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }

    @Override
    public @Nullable HttpSession getSession() {
        return getSession(true);
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        if (create) {
            throw new IllegalStateException("A page requested a session; pages must not use sessions.");
        }
        return null;
    }
}
