package io.devfile.registry.catalog.devfile;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The versions of the devfile specification that have a schema here, oldest first. */
enum SchemaVersion {
    V2_0_0("2.0.0"),
    V2_1_0("2.1.0"),
    V2_2_0("2.2.0"),
    V2_2_1("2.2.1"),
    V2_2_2("2.2.2"),
    V2_3_0("2.3.0");

    private static final int LONGEST = 64;

    /** The pattern that the schemas use. */
    private static final Pattern FORM = Pattern.compile("([0-9]+\\.[0-9]+\\.[0-9]+)(?:-[0-9a-z-]+(?:\\.[0-9a-z-]+)*)?");

    private final String number;

    SchemaVersion(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** The version that a devfile names. A suffix is ignored: {@code 2.2.0-latest} is {@code 2.2.0}. */
    static Optional<SchemaVersion> named(String schemaVersion) {
        Matcher form = FORM.matcher(schemaVersion);
        String base = schemaVersion.length() <= LONGEST && form.matches() ? form.group(1) : "";
        return Arrays.stream(values())
                .filter(version -> version.number.equals(base))
                .findFirst();
    }

    static String allNumbers() {
        return Arrays.stream(values()).map(SchemaVersion::number).collect(Collectors.joining(", "));
    }
}
