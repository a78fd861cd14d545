package io.devfile.registry.plugin;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The names of the example sources and backends that are open. One class for the tests and the plugins that they load. */
public final class OpenPlugins {

    public static final Set<String> NAMES = new CopyOnWriteArraySet<>();

    private OpenPlugins() {}
}
