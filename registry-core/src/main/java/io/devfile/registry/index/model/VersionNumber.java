package io.devfile.registry.index.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.semver4j.Semver;

/**
 * A version as a number that can be compared, by the rules of Semantic Versioning: 1.10 is above 1.9, 2.0.0-alpha is
 * below 2.0.0. Build metadata ({@code +…}) is ignored. Content is less strict, so {@code 1}, {@code 1.2}, {@code v1.2}
 * and leading zeros are accepted; {@code latest} and {@code 1.2.3.4} are not numbers.
 */
public final class VersionNumber implements Comparable<VersionNumber> {

    /** By number; texts that are not numbers are below all numbers, and equal to each other. */
    public static final Comparator<String> ORDER = Comparator.comparing(
            VersionNumber::of,
            (one, other) -> one.isPresent() && other.isPresent()
                    ? one.get().compareTo(other.get())
                    : Boolean.compare(one.isPresent(), other.isPresent()));

    private static final int LONGEST = 256;

    // numbers in a pre-release part are limited to what semver4j can compare
    private static final String IDENTIFIER = "(?:0|[1-9][0-9]{0,17}|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static final Pattern FORM = Pattern.compile("[vV]?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(-" + IDENTIFIER
            + "(?:\\." + IDENTIFIER + ")*)?(?:\\+[0-9A-Za-z.-]*)?");

    private final Semver semver;

    private VersionNumber(Semver semver) {
        this.semver = semver;
    }

    /** The number for a text; empty if the text is not a number. */
    public static Optional<VersionNumber> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        Semver core = Semver.create(digits(form.group(1)), digits(form.group(2)), digits(form.group(3)));
        String preRelease = form.group(4);
        return Optional.of(new VersionNumber(preRelease == null ? core : Semver.parse(core.getVersion() + preRelease)));
    }

    private static int digits(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        String significant = digits.replaceFirst("^0+(?=.)", "");
        // a number that is too large for an int counts as the largest int
        long value = significant.length() > 10 ? Long.MAX_VALUE : Long.parseLong(significant);
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    @Override
    public int compareTo(VersionNumber other) {
        return semver.compareTo(other.semver);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionNumber number && toString().equals(number.toString());
    }

    @Override
    public int hashCode() {
        return semver.getVersion().hashCode();
    }

    @Override
    public String toString() {
        return semver.getVersion();
    }
}
