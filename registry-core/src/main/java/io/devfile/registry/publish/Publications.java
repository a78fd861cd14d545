package io.devfile.registry.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The artifacts that this registry published and has not removed since. Only these are ever removed, because a backend
 * may also contain artifacts of others. Immutable.
 */
public record Publications(List<Publication> all) {

    static final Publications NONE = new Publications(List.of());

    public Publications {
        all = List.copyOf(all);
    }

    /**
     * These and the publications of the current content; for publications that are no longer in the content, the
     * retention period starts.
     */
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

    /**
     * These and the publications of the current content; for publications that are not in the content, nothing changes.
     */
    Publications andAlso(List<Publication> current) {
        Map<Publication, Publication> byIdentity = new LinkedHashMap<>();
        all.forEach(one -> byIdentity.put(one.present(), one));
        current.forEach(one -> byIdentity.put(one.present(), one.present()));
        return new Publications(new ArrayList<>(byIdentity.values()));
    }

    /** The publications that left the content before a time. */
    List<Publication> leftBefore(Instant time) {
        return all.stream()
                .filter(one -> one.left() != null && one.left().isBefore(time))
                .toList();
    }

    Publications without(Set<Publication> removed) {
        return new Publications(
                all.stream().filter(one -> !removed.contains(one)).toList());
    }
}
