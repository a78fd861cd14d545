package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.settings.AccessConfiguration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCacheFilterTest {

    private static final String LASTING = "public, max-age=60";
    private static final String BODY = "[\"a text that is long enough to be compressed\"]".repeat(10);

    private final AtomicInteger computed = new AtomicInteger();
    private volatile Optional<Object> state = Optional.of("first");
    private final AtomicInteger checked = new AtomicInteger();
    private final ResponseCache cache = new ResponseCache(() -> state);
    private final RepeatedRequestFilter first =
            new RepeatedRequestFilter(cache, new Access(new AccessConfiguration(false, false)));
    private final ResponseCacheFilter filter = new ResponseCacheFilter(cache);

    /** What a client received. */
    private static final class Received {
        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private Runnable beforeBody = () -> {};
        private int status = 200;
        private String type;

        private String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }

        private String text() {
            return body.toString(StandardCharsets.UTF_8);
        }
    }

    /** The code behind the filter. */
    private interface Handler {
        void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private Handler handler = answering(LASTING);

    private Handler answering(String cacheControl, String... headers) {
        return (request, response) -> {
            computed.incrementAndGet();
            response.setHeader("Cache-Control", cacheControl);
            for (int i = 0; i < headers.length; i += 2) {
                response.setHeader(headers[i], headers[i + 1]);
            }
            response.setContentType("application/json");
            response.getOutputStream().write(BODY.getBytes(StandardCharsets.UTF_8));
        };
    }

    private Received get(String target, String... headers) throws Exception {
        return send("GET", target, headers);
    }

    private Received send(String method, String target, String... headers) throws Exception {
        Received received = new Received();
        FilterChain servlet =
                (request, response) -> handler.answer((HttpServletRequest) request, (HttpServletResponse) response);
        FilterChain checks = (request, response) -> {
            checked.incrementAndGet();
            filter.doFilter(request, response, servlet);
        };
        first.doFilter(request(method, target, headers), response(received), checks);
        return received;
    }

    @Test
    void aResponseIsComputedOnceForEachState() throws Exception {
        assertThat(get("/index").text()).isEqualTo(BODY);
        assertThat(get("/index").text()).isEqualTo(BODY);
        assertThat(get("/index?name=a").text()).isEqualTo(BODY);
        assertThat(computed).hasValue(2);

        state = Optional.of("second");

        assertThat(get("/index").text()).isEqualTo(BODY);
        assertThat(computed).hasValue(3);
    }

    @Test
    void aRequestThatIsTheSameInAllPartsPassesTheChecksOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(get("/index").text()).isEqualTo(BODY);
            assertThat(get("/index", "Accept", "text/html").text()).isEqualTo(BODY);
            assertThat(get("/index", "Host", "other").text()).isEqualTo(BODY);
            assertThat(get("/index", "Accept-Encoding", "gzip").header("Content-Encoding"))
                    .isEqualTo("gzip");
        }
        assertThat(checked).hasValue(4);
        assertThat(computed).hasValue(1);

        state = Optional.of("second");

        get("/index");
        assertThat(checked).hasValue(5);
    }

    @Test
    void withoutAStateNothingIsKept() throws Exception {
        state = Optional.empty();
        get("/index");
        get("/index");

        assertThat(computed).hasValue(2);
    }

    @Test
    void aKeptResponseIsCompressedAndConditional() throws Exception {
        for (int i = 0; i < 2; i++) {
            Received plain = get("/index");
            Received gzip = get("/index", "Accept-Encoding", "gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body.toByteArray())).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(BODY);
            assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(gzip.header("ETag")).isNotEqualTo(plain.header("ETag"));
            assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
            assertThat(plain.type).isEqualTo("application/json");
            assertThat(get("/index", "If-None-Match", plain.header("ETag")).status)
                    .isEqualTo(304);
            assertThat(get("/index", "If-None-Match", gzip.header("ETag")).status)
                    .isEqualTo(200);
            assertThat(get("/index", "Accept-Encoding", "gzip", "If-None-Match", gzip.header("ETag")).status)
                    .isEqualTo(304);
            assertThat(send("HEAD", "/index").text()).isEmpty();
            assertThat(send("HEAD", "/index").header("ETag")).isEqualTo(plain.header("ETag"));
        }
        assertThat(computed).hasValue(1);
    }

    @Test
    void aResponseThatVariesIsKeptForEachVariant() throws Exception {
        handler = answering(LASTING, "Vary", "Accept");
        for (int i = 0; i < 2; i++) {
            get("/devfiles/go");
            get("/devfiles/go", "Accept", "text/plain");
            get("/devfiles/go", "Accept", "application/json");
        }

        assertThat(computed).hasValue(3);
        assertThat(get("/devfiles/go", "Accept", "text/plain").header("Vary")).isEqualTo("Accept, Accept-Encoding");
        assertThat(computed).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "no-cache"})
    void whatMustNotBeKeptIsComputedEachTime(String cacheControl) throws Exception {
        handler = answering(cacheControl);

        assertThat(get("/viewer/status").text()).isEqualTo(BODY);
        assertThat(get("/viewer/status").text()).isEqualTo(BODY);
        assertThat(computed).hasValue(2);
    }

    @Test
    void errorsAndRangesPassThroughAndCredentialsDoNotMatter() throws Exception {
        handler = (request, response) -> {
            computed.incrementAndGet();
            response.setStatus(404);
            response.setHeader("Cache-Control", LASTING);
            response.getOutputStream().write('!');
        };
        for (int i = 0; i < 2; i++) {
            assertThat(get("/devfiles/none").status).isEqualTo(404);
            assertThat(get("/devfiles/none").text()).isEqualTo("!");
        }
        assertThat(computed).hasValue(4);
        handler = answering(LASTING);
        for (int i = 0; i < 2; i++) {
            get("/index", "Range", "bytes=0-1");
            get("/index", "Authorization", "Bearer x");
        }
        assertThat(computed).hasValue(7);
    }

    @Test
    void theDistributionApiHasNoTagsButItsOwn() throws Exception {
        handler = answering("no-cache");

        assertThat(get("/v2/_catalog").header("ETag")).isNull();
        assertThat(get("/v2/_catalog").text()).isEqualTo(BODY);
    }

    @Test
    void aLargeBlobIsStreamed() throws Exception {
        byte[] part = new byte[1 << 16];
        handler = (request, response) -> {
            computed.incrementAndGet();
            response.setHeader("Cache-Control", LASTING);
            for (int i = 0; i < 64; i++) {
                response.getOutputStream().write(part);
            }
        };

        assertThat(get("/v2/a/blobs/x").body.size()).isEqualTo(64 * part.length);
        assertThat(get("/v2/a/blobs/x").body.size()).isEqualTo(64 * part.length);
        assertThat(computed).hasValue(2);
    }

    @Test
    void thoseWhoAskAtTheSameTimeWaitForOneResponse() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Handler usual = handler;
        handler = (request, response) -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            usual.answer(request, response);
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> all = new ArrayList<>();
            AtomicInteger begun = new AtomicInteger();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> {
                    begun.incrementAndGet();
                    return get("/index").text();
                }));
            }
            await().until(() -> begun.get() == 8);
            go.countDown();
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(BODY);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(computed).hasValue(1);
    }

    @Test
    void aClientThatReadsSlowlyDelaysNoOtherClient() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Received slow = new Received();
        slow.beforeBody = () -> {
            writing.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Thread client = new Thread(() -> {
            try {
                filter.doFilter(
                        request("GET", "/index"),
                        response(slow),
                        (request, response) ->
                                handler.answer((HttpServletRequest) request, (HttpServletResponse) response));
            } catch (IOException | ServletException e) {
                throw new IllegalStateException(e);
            }
        });
        client.start();
        writing.await();

        assertThat(get("/index").text()).isEqualTo(BODY);
        assertThat(computed).hasValue(1);
        end.countDown();
        client.join();
        assertThat(slow.text()).isEqualTo(BODY);
    }

    private static HttpServletRequest request(String method, String target, String... headers) {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i < headers.length; i += 2) {
            values.put(headers[i], headers[i + 1]);
        }
        Map<String, Object> attributes = new HashMap<>();
        int mark = target.indexOf('?');
        return (HttpServletRequest) Proxy.newProxyInstance(
                ResponseCacheFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> mark < 0 ? target : target.substring(0, mark);
                    case "getServletPath" -> target.startsWith("/v2/") ? "/v2" : "/index";
                    case "getQueryString" -> mark < 0 ? null : target.substring(mark + 1);
                    case "getHeader" -> values.get((String) arguments[0]);
                    case "getHeaders" ->
                        Collections.enumeration(
                                values.containsKey((String) arguments[0])
                                        ? List.of(values.get((String) arguments[0]))
                                        : List.of());
                    case "getScheme" -> "http";
                    case "getServerName" -> values.getOrDefault("Host", "localhost");
                    case "getServerPort" -> 80;
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static HttpServletResponse response(Received received) {
        ServletOutputStream stream = new ServletOutputStream() {
            @Override
            public void write(int b) {
                received.body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        return (HttpServletResponse) Proxy.newProxyInstance(
                ResponseCacheFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "setHeader" -> received.headers.put((String) arguments[0], List.of((String) arguments[1]));
                    case "getHeader" -> received.header((String) arguments[0]);
                    case "getHeaders" -> received.headers.getOrDefault((String) arguments[0], List.of());
                    case "getHeaderNames" -> received.headers.keySet();
                    case "setStatus" -> received.status = (int) arguments[0];
                    case "getStatus" -> received.status;
                    case "setContentType" -> received.type = (String) arguments[0];
                    case "getContentType" -> received.type;
                    case "getOutputStream" -> {
                        received.beforeBody.run();
                        yield stream;
                    }
                    case "setContentLength", "setContentLengthLong" -> null;
                    default -> throw new UnsupportedOperationException(called.getName() + Arrays.toString(arguments));
                });
    }
}
