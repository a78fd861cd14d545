package io.devfile.registry.boot;

import io.devfile.registry.config.UpkeepConfiguration;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.publish.Retention;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.state.RegistryStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/**
 * All that goes on while the registry runs: each source is followed, what they deliver is published, and the backend is
 * kept in order.
 */
final class Activities {

    private final Map<String, Repeater> followers = new LinkedHashMap<>();
    private final List<Repeater> upkeep = new ArrayList<>();
    private final Repeater publishing;

    Activities(
            RegistryAssembly assembly,
            List<ConfiguredSource> sources,
            OciBackend backend,
            UpkeepConfiguration upkeepConfiguration,
            RegistryStatus status,
            Clock clock,
            ScheduledExecutorService executor) {
        Retention retention = assembly.retention(backend);
        Publishing task = assembly.publishing(backend, retention, executor);
        publishing = new Repeater("publish what the sources delivered", task, executor);
        List<SourceFollower> tasks = assembly.followers(sources, publishing::request);
        for (int i = 0; i < sources.size(); i++) {
            String name = sources.get(i).name();
            followers.put(name, new Repeater("follow the source " + name, tasks.get(i), executor));
        }
        Runnable healing = () -> {
            task.doubt();
            publishing.request();
        };
        Scrubbing scrubbing = new Scrubbing(backend, upkeepConfiguration.scrub(), healing, status, clock);
        upkeep.add(new Repeater("verify the OCI backend", scrubbing, executor));
        upkeepConfiguration
                .grace()
                .ifPresent(grace -> upkeep.add(new Repeater(
                        "remove artifacts that left the content", new Clearing(retention, grace, clock), executor)));
    }

    void start() {
        followers.values().forEach(Repeater::request);
        publishing.request();
        upkeep.forEach(Repeater::request);
    }

    /** Ends everything, and waits a moment for what is under way. */
    void stop() {
        followers.values().forEach(Repeater::stop);
        publishing.stop();
        upkeep.forEach(Repeater::stop);
    }
}
