package io.devfile.registry.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What this registry published and has not removed since. Only what is in here is ever removed: a backend may hold what
 * others put there. Immutable.
 */
public record Publications(List<Publication> all) {

    static final Publications NONE = new Publications(List.of());

    public Publications {
        all = List.copyOf(all);
    }

    /** These and what the content has now; what it has no longer begins to wait for its end. */
    Publications with(List<Publication> current, Instant now) {
        Map<Publication, Publication> byIdentity = new LinkedHashMap<>();
        for (Publication one : all) {
            byIdentity.put(one.present(), one.gone(now));
        }
        for (Publication one : current) {
            byIdentity.put(one.present(), one.present());
        }
        return new Publications(new ArrayList<>(byIdentity.values()));
    }

    /** These and what the content has now; nothing is known of what it has no longer. */
    Publications andAlso(List<Publication> current) {
        Map<Publication, Publication> byIdentity = new LinkedHashMap<>();
        all.forEach(one -> byIdentity.put(one.present(), one));
        current.forEach(one -> byIdentity.put(one.present(), one.present()));
        return new Publications(new ArrayList<>(byIdentity.values()));
    }

    /** Those that left the content before a time. */
    List<Publication> leftBefore(Instant time) {
        return all.stream()
                .filter(one -> one.left().filter(left -> left.isBefore(time)).isPresent())
                .toList();
    }

    Publications without(Set<Publication> removed) {
        return new Publications(
                all.stream().filter(one -> !removed.contains(one)).toList());
    }
}
