package io.devfile.registry.index.model;

import java.util.regex.Pattern;

/**
 * The icon of an entry or a version, told apart from others as far as there is a difference: an address with a scheme is
 * the same image wherever it stands, a path is that of a file beside one devfile.
 *
 * @param entry the entry's name; empty where it makes no difference
 * @param version empty for the entry's own icon, and where it makes no difference
 * @param address as the index has it
 */
public record IconPlace(String entry, String version, String address) {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /** The icon at an address with a scheme. */
    public static IconPlace of(String address) {
        return new IconPlace("", "", address);
    }

    /** The entry's own icon. */
    public static IconPlace of(IndexEntry entry) {
        return of(entry.name(), "", entry.icon());
    }

    /** The icon of one of the entry's versions. */
    public static IconPlace of(IndexEntry entry, IndexVersion version) {
        return of(entry.name(), version.version(), version.icon());
    }

    private static IconPlace of(String entry, String version, String address) {
        return SCHEME.matcher(address).lookingAt() ? of(address) : new IconPlace(entry, version, address);
    }

    /** Whether it is an address of another server. */
    public boolean isRemote() {
        return address.regionMatches(true, 0, "https:", 0, 6) || address.regionMatches(true, 0, "http:", 0, 5);
    }

    /** Whether it is a path, and not an address with a scheme. */
    public boolean isPath() {
        return !entry.isEmpty();
    }
}
