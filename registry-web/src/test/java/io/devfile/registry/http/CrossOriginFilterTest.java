package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CrossOriginFilterTest {

    @Test
    void letsPagesOfAnyOriginReadTheRegistry() throws Exception {
        Map<String, Object> headers = new TreeMap<>();
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> headers.put((String) arguments[0], arguments[1]));
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
        boolean[] passed = new boolean[1];

        new CrossOriginFilter().doFilter(request, response, (one, other) -> passed[0] = true);

        assertThat(passed[0]).isTrue();
        assertThat(headers)
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsKey("Access-Control-Expose-Headers");
    }
}
