package io.devfile.registry.catalog.finding;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finding as JSON shows it, for JSON-B.
 *
 * @param severity in lower case
 * @param rule the identifier of the rule
 * @param line counted from 1; null if it is not known
 * @param column counted from 1; null if it is not known
 */
@JsonbPropertyOrder({"severity", "rule", "source", "file", "line", "column", "pointer", "message"})
public record FindingJson(
        String severity,
        String rule,
        String source,
        String file,
        @Nullable Integer line,
        @Nullable Integer column,
        String pointer,
        String message) {

    public static FindingJson of(Finding finding) {
        Place place = finding.place();
        return new FindingJson(
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.rule().id(),
                place.source(),
                place.file(),
                known(place.position().line()),
                known(place.position().column()),
                place.pointer(),
                finding.message());
    }

    private static @Nullable Integer known(int number) {
        return number > 0 ? number : null;
    }
}
