package io.devfile.registry.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.measure.Measurements;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Complete responses of the current state, bounded in bytes. It admits by frequency, so that rare requests do not evict
 * frequent ones. Thread-safe.
 */
public final class ResponseCache {

    private static final Counter RESPONSES = Counter.builder()
            .name("registry_response_cache_total")
            .help("Responses that can be kept in memory: sent from memory (hit), or made (miss)")
            .labelNames("result")
            .register(Measurements.registry());

    static final CounterDataPoint HITS = RESPONSES.labelValues("hit");
    static final CounterDataPoint MISSES = RESPONSES.labelValues("miss");

    private static final long MAX_MEMORY = 64L << 20;
    private static final long MAX_REQUESTS_MEMORY = 4L << 20;
    private static final int MAX_KEY = 2048;

    private final Supplier<? extends Optional<?>> states;
    private volatile @Nullable Generation generation;

    /** @param states the current state; a response is kept as long as it is the same object */
    public ResponseCache(Supplier<? extends Optional<?>> states) {
        this.states = states;
    }

    /**
     * A request, as far as a response may depend on it.
     *
     * @param accept empty if the response does not depend on it
     * @param base scheme, host and port; empty if the response does not depend on it
     */
    record Key(String target, String accept, String base) {

        /** Null if the request is too long to keep its response. */
        static @Nullable Key of(HttpServletRequest request) {
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
    }

    /** A request with all that any response may depend on, as the client sent it. */
    record Request(Key key, String acceptEncoding) {

        /** Null if the request is too long. */
        static @Nullable Request of(HttpServletRequest request) {
            Key key = Key.of(request);
            String acceptEncoding = String.join(",", Collections.list(request.getHeaders("Accept-Encoding")));
            return key == null || acceptEncoding.length() > MAX_KEY ? null : new Request(key, acceptEncoding);
        }
    }

    /** The response to a request, with the choice of its form. */
    record Answer(KeptResponse response, boolean compressed) {}

    /** What is kept for a target: a response, or the headers that its responses depend on. */
    private sealed interface Kept {
        record Whole(KeptResponse response) implements Kept {}

        record Varying(boolean byAccept, boolean byHost) implements Kept {}
    }

    /** The responses of one state. */
    static final class Generation {

        private final Object state;
        private final Cache<Key, Kept> kept = Caffeine.newBuilder()
                .maximumWeight(Math.min(MAX_MEMORY, Runtime.getRuntime().maxMemory() / 8))
                .weigher((Key key, Kept one) -> size(key)
                        + (one instanceof Kept.Whole whole ? whole.response().weight() : 0))
                // maintenance of the cache is short, and an application must not start threads of the server
                .executor(Runnable::run)
                .build();
        private final Cache<Request, Answer> answers = Caffeine.newBuilder()
                .maximumWeight(MAX_REQUESTS_MEMORY)
                .weigher((Request request, Answer answer) ->
                        size(request.key()) + 2 * request.acceptEncoding().length())
                .executor(Runnable::run)
                .build();

        private Generation(Object state) {
            this.state = state;
        }

        /** In bytes, approximately. */
        private static int size(Key key) {
            return 512
                    + 2
                            * (key.target().length()
                                    + key.accept().length()
                                    + key.base().length());
        }

        /** The answer to a request that is the same, in all its parts, as one that was answered before. */
        @Nullable
        Answer answer(Request request) {
            return answers.getIfPresent(request);
        }

        void answered(Request request, Answer answer) {
            answers.put(request, answer);
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

    /** The responses of the current state; null if there is none yet. */
    @Nullable
    Generation current() {
        Object state = states.get().orElse(null);
        Generation current = generation;
        if (state != null && (current == null || current.state != state)) {
            current = new Generation(state);
            generation = current;
        }
        return state == null ? null : current;
    }
}
