package io.devfile.registry.icon;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the icons of a catalog, entry by entry, with one finding for each problem of an entry. For one thread. */
final class IconCollection {

    private static final int LONGEST_SHOWN = 100;

    private final Map<IconPlace, IconFile> files = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private @Nullable CatalogEntry current;

    void begin(CatalogEntry entry) {
        current = entry;
        told.clear();
    }

    void add(IconPlace place, IconOutcome outcome) {
        if (outcome instanceof IconOutcome.Found found) {
            files.put(place, found.icon());
        } else if (outcome instanceof IconOutcome.Stale stale) {
            files.put(place, stale.icon());
            warn(place, stale.problem() + " The previous icon is still shown.");
        } else if (outcome instanceof IconOutcome.Wrong wrong) {
            warn(place, wrong.problem());
        }
    }

    private void warn(IconPlace place, String problem) {
        CatalogEntry entry = Objects.requireNonNull(current);
        if (told.add(place.address())) {
            String file = entry.directory().isEmpty() ? "extraDevfileEntries.yaml" : "stacks/" + entry.directory();
            findings.add(new Finding(
                    Severity.WARNING,
                    Rule.INVALID_ICON,
                    new Place(entry.source(), file, "", Position.UNKNOWN),
                    "The icon " + SafeText.of(place.address(), LONGEST_SHOWN) + " of "
                            + entry.entry().name() + " cannot be used. " + problem));
        }
    }

    Icons build() {
        return new Icons(files, findings);
    }
}
