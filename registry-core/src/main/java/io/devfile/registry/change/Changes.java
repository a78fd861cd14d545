package io.devfile.registry.change;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * Changes in the order in which they happened, as in the JSON of the feed. Immutable.
 *
 * @param cursor the position after these changes, from which the next ones are asked for
 */
@JsonbPropertyOrder({"cursor", "changes"})
public record Changes(String cursor, List<Change> changes) {

    public Changes {
        changes = List.copyOf(changes);
    }
}
