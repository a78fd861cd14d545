package io.devfile.registry.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a request; their names are not case-sensitive. */
final class FakeHeaders {

    private FakeHeaders() {}

    static HttpHeaders of(String... namesAndValues) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return (HttpHeaders) Proxy.newProxyInstance(
                FakeHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getHeaderString")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return values.get((String) arguments[0]);
                });
    }
}
