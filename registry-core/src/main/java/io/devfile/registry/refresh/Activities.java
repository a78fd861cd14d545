package io.devfile.registry.refresh;

import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.publish.RegistryBackend;
import io.devfile.registry.publish.Retention;
import io.devfile.registry.settings.UpkeepConfiguration;
import io.devfile.registry.spi.oci.OciBackend;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All background activities of the registry: each source is followed, the delivered content is published, and the
 * backend is maintained.
 */
final class Activities {

    private static final Duration RECENT = Duration.ofMinutes(1);
    private static final Duration JUST_NOW = Duration.ofSeconds(5);

    private final Map<String, Repeater> followers = new LinkedHashMap<>();
    private final Repeater publishing;
    private final Repeater scrubbing;
    private final @Nullable Repeater clearing;
    private final Repeater probing;
    private final Clock clock;
    private final Runnable healing;
    private Instant suspected = Instant.EPOCH;
    private Instant healed = Instant.EPOCH;
    private Instant reread = Instant.EPOCH;
    private final List<SourceFollower> tasks;

    Activities(
            RegistryAssembly assembly,
            Publishing task,
            Retention retention,
            List<ConfiguredSource> sources,
            RegistryBackend current,
            ScheduledExecutorService executor) {
        OciBackend backend = current.get().orElseThrow();
        UpkeepConfiguration upkeep = assembly.upkeep();
        clock = assembly.clock();
        publishing = new Repeater("publish what the sources delivered", task, executor);
        tasks = assembly.followers(sources, publishing::request);
        for (int i = 0; i < sources.size(); i++) {
            String name = sources.get(i).name();
            Repeater follower = new Repeater("follow the source " + name, tasks.get(i), executor);
            tasks.get(i).onLate(follower::request);
            followers.put(name, follower);
        }
        healing = () -> {
            task.invalidate();
            publishing.request();
        };
        scrubbing = new Repeater(
                "verify the OCI backend",
                new Scrubbing(backend, upkeep.scrub(), healing, assembly.status(), clock),
                executor);
        clearing = upkeep.grace() != null
                ? new Repeater(
                        "remove artifacts that are no longer in the content",
                        new RetentionTask(retention, upkeep.grace(), clock),
                        executor)
                : null;
        probing = new Repeater("probe the OCI backend", new Probing(current), executor);
    }

    /**
     * Starts all activities. A change that a source detects by itself triggers a refresh, unless the operator has
     * disabled the refresh of the source.
     *
     * @param context wraps an action so that it has the context of this thread when a plugin runs it on another thread
     */
    void start(List<ConfiguredSource> sources, UnaryOperator<Runnable> context) {
        for (ConfiguredSource source : sources) {
            if (source.configuration().refresh() != null) {
                source.onChange(context.apply(followers.get(source.name())::request));
            }
        }
        followers.values().forEach(Repeater::request);
        probing.request();
        publishing.request();
        scrubbing.request();
        if (clearing != null) {
            clearing.request();
        }
    }

    /** As {@link Registry#refresh}. */
    List<String> request(@Nullable String source) {
        List<String> names = followers.keySet().stream()
                .filter(name -> source == null || source.equals(name))
                .toList();
        names.forEach(name -> followers.get(name).request());
        return names;
    }

    /** Verifies the backend now, unless this was requested recently: many requests may find the same damage. */
    synchronized void verify() {
        Instant now = clock.instant();
        if (suspected.plus(RECENT).isBefore(now)) {
            suspected = now;
            scrubbing.request();
        }
    }

    /** Requests that missing content is pushed to the backend again, unless this was requested just before. */
    synchronized void heal() {
        Instant now = clock.instant();
        if (healed.plus(JUST_NOW).isBefore(now)) {
            healed = now;
            healing.run();
        }
    }

    /**
     * Requests that all sources are read again, because some of their content is lost, unless this was requested just
     * before.
     */
    synchronized void readAgain() {
        Instant now = clock.instant();
        if (reread.plus(JUST_NOW).isBefore(now)) {
            reread = now;
            tasks.forEach(SourceFollower::forget);
            request(null);
        }
    }

    /** Stops all activities, and waits a short time for running ones. */
    void stop() {
        followers.values().forEach(Repeater::stop);
        publishing.stop();
        scrubbing.stop();
        probing.stop();
        if (clearing != null) {
            clearing.stop();
        }
    }
}
