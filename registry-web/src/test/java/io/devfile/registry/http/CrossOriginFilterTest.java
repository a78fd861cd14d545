package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginFilterTest {

    private static Map<String, Object> headersFor(String path) throws Exception {
        Map<String, Object> headers = new TreeMap<>();
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(
                CrossOriginFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> headers.put((String) arguments[0], arguments[1]));
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(
                CrossOriginFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("getServletPath");
                    return path;
                });
        boolean[] passed = new boolean[1];

        new CrossOriginFilter().doFilter(request, response, (one, other) -> passed[0] = true);

        assertThat(passed[0]).isTrue();
        return headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/index", "/devfiles/go", "/v2/", "", "/apis"})
    void letsPagesOfAnyOriginReadTheRegistry(String path) throws Exception {
        assertThat(headersFor(path))
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsKey("Access-Control-Expose-Headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/refresh", "/hooks/git"})
    void keepsThemFromWhatIsForOperators(String path) throws Exception {
        assertThat(headersFor(path)).containsOnlyKeys("X-Content-Type-Options");
    }
}
