package io.devfile.registry.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.devfile.registry.settings.ServerConfiguration;
import io.devfile.registry.settings.Settings;
import io.devfile.registry.spi.config.SettingException;
import io.github.bucket4j.Bucket;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The number of requests that one client may send in a minute, {@code registry.limit}. The address of the connection is
 * the client, or the address that a trusted proxy states.
 */
@ApplicationScoped
public class ClientLimits {

    private static final System.Logger LOG = System.getLogger(ClientLimits.class.getName());

    /** A request with wrong credentials counts as so many more. */
    private static final int FAILURE = 10;

    private static final int MAX_CLIENTS = 100_000;

    private @Nullable LoadingCache<String, Bucket> clients;

    @Inject
    private Settings settings;

    @PostConstruct
    void read() {
        try {
            int perMinute = ServerConfiguration.requestsPerMinute(settings);
            clients = perMinute == 0 ? null : clients(perMinute);
        } catch (SettingException e) {
            // the server does not start because of the same error
            LOG.log(Level.ERROR, e.getMessage());
        }
    }

    private static LoadingCache<String, Bucket> clients(int perMinute) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_CLIENTS)
                .expireAfterAccess(Duration.ofMinutes(2))
                .executor(Runnable::run)
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build());
    }

    /** The seconds after which the client of a request may send it again; 0 if it may send it now. */
    long secondsToWait(HttpServletRequest request) {
        if (clients == null) {
            return 0;
        }
        var probe = clients.get(request.getRemoteAddr()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }

    /** Counts a request with wrong credentials. */
    public void failed(HttpServletRequest request) {
        if (clients != null) {
            clients.get(request.getRemoteAddr()).consumeIgnoringRateLimits(FAILURE);
        }
    }
}
