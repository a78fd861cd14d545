package io.devfile.registry.index.json;

import io.devfile.registry.index.model.GitOrigin;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a JSON object in the order in which they are added; absent and empty values are left out. */
final class JsonFields {

    private final Map<String, Object> present = new LinkedHashMap<>();

    Map<String, Object> present() {
        return Collections.unmodifiableMap(present);
    }

    JsonFields text(String name, String value) {
        return add(name, value, value.isEmpty());
    }

    JsonFields list(String name, Collection<?> value) {
        return add(name, value, value.isEmpty());
    }

    JsonFields map(String name, Map<String, ?> value) {
        return add(name, value, value.isEmpty());
    }

    JsonFields flag(String name, boolean value) {
        return add(name, true, !value);
    }

    JsonFields time(String name, Optional<OffsetDateTime> value) {
        value.ifPresent(time -> present.put(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)));
        return this;
    }

    JsonFields git(String name, Optional<GitOrigin> value) {
        value.ifPresent(git -> map(
                name,
                new JsonFields()
                        .map("remotes", git.remotes())
                        .text("url", git.url())
                        .text("remoteName", git.remoteName())
                        .text("subDir", git.subDir())
                        .text("revision", git.revision())
                        .present()));
        return this;
    }

    private JsonFields add(String name, Object value, boolean absent) {
        if (!absent) {
            present.put(name, value);
        }
        return this;
    }
}
