package io.devfile.registry.http;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps complete responses of one state, and serves them in place of the code behind it. That code answers one request
 * from the current state, without thought for caching, compression and conditional requests.
 *
 * <p>A response is kept if it has the status 200, and its {@code Cache-Control} allows caches to keep it for some time
 * ({@code max-age}), or its handler called {@link #keep}. All other responses pass through: errors, ranges, streams,
 * content that is larger than the limit, and what may change without a new state. Responses are computed once for all who
 * ask at the same time.
 */
public class ResponseCacheFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String KEEP = ResponseCacheFilter.class.getName() + ".keep";
    private static final int MAX_RESPONSE = 32 << 20;
    private static final int MAX_BLOB = 1 << 20;
    private static final int WAIT_SECONDS = 10;

    @Inject
    private transient ResponseCache cache;

    private final transient Map<ResponseCache.Key, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /** For the server. */
    public ResponseCacheFilter() {}

    ResponseCacheFilter(ResponseCache cache) {
        this.cache = cache;
    }

    /** Allows that the response to this request is kept until the next state, although clients have to revalidate it. */
    public static void keep(HttpServletRequest request) {
        request.setAttribute(KEEP, true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ResponseCache.Generation current = isCandidate(request) ? cache.current() : null;
        ResponseCache.Key key = current == null ? null : ResponseCache.Key.of(request);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        KeptResponse kept = current.get(key);
        if (kept != null) {
            ResponseCache.HITS.inc();
            send(current, kept, request, response);
        } else if (!isDistribution(request)) {
            answerOnce(current, key, request, response, chain);
        } else if (request.getMethod().equals("GET")) {
            answer(current, key, request, response, chain, () -> {});
        } else {
            // the size of a blob is known without its content
            chain.doFilter(request, response);
        }
    }

    /** Whether the response to a request may be one that is kept: GET or HEAD, of all content. */
    static boolean isReading(HttpServletRequest request) {
        String method = request.getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        return reads && request.getHeader("Range") == null && !Routes.isAdministrative(request);
    }

    private static boolean isCandidate(HttpServletRequest request) {
        return isReading(request) && !request.getRequestURI().contains("/starter-projects/");
    }

    private static boolean isDistribution(HttpServletRequest request) {
        // decoded, unlike the URI
        return request.getServletPath().equals("/v2");
    }

    private static void send(
            ResponseCache.Generation current,
            KeptResponse kept,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean compressed = kept.isCompressedFor(request);
        ResponseCache.Request original = RepeatedRequestFilter.original(request);
        if (original != null) {
            current.answered(original, new ResponseCache.Answer(kept, compressed));
        }
        kept.send(request, response, compressed);
    }

    /** Waits for another request for the same response, instead of computing it again. */
    private void answerOnce(
            ResponseCache.Generation current,
            ResponseCache.Key key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws IOException, ServletException {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            KeptResponse kept = await(first) ? current.get(key) : null;
            if (kept != null) {
                ResponseCache.HITS.inc();
                send(current, kept, request, response);
            } else {
                answer(current, key, request, response, chain, () -> {});
            }
            return;
        }
        Runnable computed = () -> {
            underWay.remove(key, mine);
            mine.complete(null);
        };
        try {
            // another request may have completed between the look into the cache and here
            KeptResponse kept = current.get(key);
            if (kept != null) {
                computed.run();
                send(current, kept, request, response);
                return;
            }
            answer(current, key, request, response, chain, computed);
        } finally {
            computed.run();
        }
    }

    private static boolean await(CompletableFuture<Void> first) {
        try {
            first.get(WAIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A response must not complete with an exception", e);
        }
    }

    /** @param computed is called before the response is sent, because a slow client must not delay others */
    private void answer(
            ResponseCache.Generation current,
            ResponseCache.Key key,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Runnable computed)
            throws IOException, ServletException {
        boolean distribution = isDistribution(request);
        CapturedResponse captured = new CapturedResponse(response, distribution ? MAX_BLOB : MAX_RESPONSE);
        chain.doFilter(distribution ? request : new PlainRequest(request), captured);
        if (captured.isPassedOn()) {
            return;
        }
        byte[] content = captured.content();
        boolean ok = response.getStatus() == HttpServletResponse.SC_OK;
        KeptResponse whole = ok ? new KeptResponse(response, content, !distribution) : null;
        boolean kept = whole != null && (whole.isLasting() || request.getAttribute(KEEP) != null);
        if (kept) {
            ResponseCache.MISSES.inc();
            current.put(key, whole);
        }
        computed.run();
        // the distribution API has tags where it wants them, also in answers to HEAD, which pass through
        if (whole != null && !whole.mustNotBeStored() && (kept || !distribution)) {
            if (kept) {
                send(current, whole, request, response);
            } else {
                whole.send(request, response, whole.isCompressedFor(request));
            }
            return;
        }
        if (content.length > 0 || ok) {
            response.setContentLength(content.length);
        }
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content);
        }
    }

    /** A GET request without the headers that this filter handles. */
    private static final class PlainRequest extends RequestWithoutHeaders {

        private static final Set<String> HANDLED = Set.of("accept-encoding", "if-none-match");

        PlainRequest(HttpServletRequest request) {
            super(request, HANDLED);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
