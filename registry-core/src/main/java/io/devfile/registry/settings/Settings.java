package io.devfile.registry.settings;

import java.util.Optional;

/** Settings by name, such as MicroProfile Config has them or the options of a command. Thread-safe. */
public interface Settings {

    /** The value of a setting; empty if it is not set, or set to nothing. */
    Optional<String> value(String name);

    /** The names of all settings that there are, with those of environment variables as they are written there. */
    Iterable<String> names();
}
