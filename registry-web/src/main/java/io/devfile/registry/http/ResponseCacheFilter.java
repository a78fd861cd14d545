package io.devfile.registry.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.refresh.Registry;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps complete responses of one state, and serves them before anything else runs. The code behind it answers one
 * request from the current state, without thought for caching, compression and conditional requests.
 *
 * <p>A response is kept if it has the status 200, and its {@code Cache-Control} allows caches to keep it for some time
 * ({@code max-age}), or its handler called {@link #keep}. All other responses pass through: errors, ranges, streams,
 * content that is larger than the limit, and what may change without a new state. Responses are computed once for all who
 * ask at the same time. The cache admits by frequency, so that rare requests do not evict frequent ones.
 */
public class ResponseCacheFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String KEEP = ResponseCacheFilter.class.getName() + ".keep";
    private static final int MAX_RESPONSE = 32 << 20;
    private static final int MAX_BLOB = 1 << 20;
    private static final long MAX_MEMORY = 64L << 20;
    private static final int MAX_KEY = 2048;
    private static final int WAIT_SECONDS = 10;

    @Inject
    private transient Registry registry;

    private transient Supplier<? extends Optional<?>> states = Optional::empty;
    private transient volatile @Nullable Generation generation;
    private final transient Map<Key, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /**
     * A request, as far as a response may depend on it.
     *
     * @param accept empty if the response does not depend on it
     * @param base scheme, host and port; empty if the response does not depend on it
     */
    private record Key(String target, String accept, String base) {}

    /** What is kept for a target: a response, or the headers that its responses depend on. */
    private sealed interface Kept {
        record Whole(KeptResponse response) implements Kept {}

        record Varying(boolean byAccept, boolean byHost) implements Kept {}
    }

    /** @param state compared by identity */
    private record Generation(Object state, Cache<Key, Kept> kept) {

        static Generation of(Object state) {
            return new Generation(
                    state,
                    Caffeine.newBuilder()
                            .maximumWeight(
                                    Math.min(MAX_MEMORY, Runtime.getRuntime().maxMemory() / 8))
                            .weigher((Key key, Kept one) -> 512
                                    + 2 * (key.target().length() + key.accept().length())
                                    + (one instanceof Kept.Whole whole
                                            ? whole.response().weight()
                                            : 0))
                            // maintenance of the cache is short, and an application must not start threads of the
                            // server
                            .executor(Runnable::run)
                            .build());
        }

        @Nullable
        KeptResponse get(Key whole) {
            Kept found = kept.getIfPresent(new Key(whole.target(), "", ""));
            if (found instanceof Kept.Varying varying) {
                found = kept.getIfPresent(variant(whole, varying));
            }
            return found instanceof Kept.Whole one ? one.response() : null;
        }

        void put(Key whole, KeptResponse response) {
            Kept.Varying varying = new Kept.Varying(response.variesByAccept(), response.variesByHost());
            Key target = new Key(whole.target(), "", "");
            Key variant = variant(whole, varying);
            if (!variant.equals(target)) {
                kept.put(target, varying);
            }
            kept.put(variant, new Kept.Whole(response));
        }

        private static Key variant(Key whole, Kept.Varying varying) {
            // a request without the header is a variant, too
            return new Key(
                    whole.target(),
                    varying.byAccept() ? "=" + whole.accept() : "",
                    varying.byHost() ? whole.base() : "");
        }
    }

    /** For the server. */
    public ResponseCacheFilter() {}

    ResponseCacheFilter(Supplier<? extends Optional<?>> states) {
        this.states = states;
    }

    @Override
    public void init() {
        states = registry::state;
    }

    /** Allows that the response to this request is kept until the next state, although clients have to revalidate it. */
    public static void keep(HttpServletRequest request) {
        request.setAttribute(KEEP, true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<?> state = isCandidate(request) ? states.get() : Optional.empty();
        Key key = state.isPresent() ? key(request) : null;
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        Generation current = generation(state.get());
        KeptResponse kept = current.get(key);
        if (kept != null) {
            kept.send(request, response);
        } else if (!isDistribution(request)) {
            answerOnce(current, key, request, response, chain);
        } else if (request.getMethod().equals("GET")) {
            answer(current, key, request, response, chain, () -> {});
        } else {
            // the size of a blob is known without its content
            chain.doFilter(request, response);
        }
    }

    private static boolean isCandidate(HttpServletRequest request) {
        String method = request.getMethod();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        String path = request.getRequestURI();
        return reads
                && request.getHeader("Range") == null
                && request.getHeader("Authorization") == null
                && !Routes.isAdministrative(request)
                && !path.contains("/starter-projects/");
    }

    private static boolean isDistribution(HttpServletRequest request) {
        // decoded, unlike the URI
        return request.getServletPath().equals("/v2");
    }

    /** Null if the request is too long to keep its response. */
    private static @Nullable Key key(HttpServletRequest request) {
        String query = request.getQueryString();
        String target = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        String accept = String.join(",", Collections.list(request.getHeaders("Accept")));
        return target.length() > MAX_KEY || accept.length() > MAX_KEY
                ? null
                : new Key(
                        target,
                        accept,
                        request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort());
    }

    private Generation generation(Object state) {
        Generation current = generation;
        if (current == null || current.state() != state) {
            current = Generation.of(state);
            generation = current;
        }
        return current;
    }

    /** Waits for another request for the same response, instead of computing it again. */
    private void answerOnce(
            Generation current, Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> first = underWay.putIfAbsent(key, mine);
        if (first != null) {
            KeptResponse kept = await(first) ? current.get(key) : null;
            if (kept != null) {
                kept.send(request, response);
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
            Generation current,
            Key key,
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
            current.put(key, whole);
        }
        computed.run();
        // the distribution API has tags where it wants them, also in answers to HEAD, which pass through
        if (whole != null && !whole.mustNotBeStored() && (kept || !distribution)) {
            whole.send(request, response);
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
