package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.viewer.page.DisplayText;

/**
 * A finding as pages show it.
 *
 * @param severity {@code Error} or {@code Warning}
 * @param place file, line and pointer, if they are known
 */
public record FindingView(String severity, String place, String message) {

    /** @param withSource whether the place begins with the name of the source */
    public static FindingView of(Finding finding, boolean withSource) {
        String place = finding.place().toString();
        String prefix = finding.place().source() + ": ";
        boolean shorter = !withSource && place.startsWith(prefix);
        return new FindingView(
                finding.severity() == Severity.ERROR ? "Error" : "Warning",
                DisplayText.line(shorter ? place.substring(prefix.length()) : place),
                DisplayText.line(finding.message()));
    }
}
