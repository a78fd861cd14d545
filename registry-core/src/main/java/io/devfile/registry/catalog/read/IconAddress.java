package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code icon} of an entry or a version: an address that clients can display directly. */
final class IconAddress {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}):");

    private static final Set<String> ALLOWED = Set.of("http", "https", "data");

    private IconAddress() {}

    /** The address; empty, with a warning, if its scheme is not http, https or data. */
    static String of(YamlFields fields) {
        String icon = fields.text("icon");
        Matcher scheme = SCHEME.matcher(icon);
        if (!scheme.lookingAt() || ALLOWED.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            return icon;
        }
        fields.warning(
                Rule.INVALID_ICON,
                "icon",
                "The icon " + SafeText.quoted(icon)
                        + " is left out. Use an address that begins with https:, or a file beside the devfile.");
        return "";
    }
}
