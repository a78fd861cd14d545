package io.devfile.registry.plugin;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The names of the open example sources and backends. The tests and the plugins that they load share this class. */
public final class OpenPlugins {

    public static final Set<String> NAMES = new CopyOnWriteArraySet<>();

    private OpenPlugins() {}
}
