package io.devfile.registry.settings;

import java.util.Optional;

/** Settings by name, for example from MicroProfile Config or from the options of a command. Thread-safe. */
public interface Settings {

    /** The value of a setting; empty if it is not set, or set to an empty value. */
    Optional<String> value(String name);

    /** The names of all settings; names of environment variables are unchanged. */
    Iterable<String> names();
}
