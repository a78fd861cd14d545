package io.devfile.registry.index.model;

import java.util.regex.Pattern;

/**
 * The icon of an entry or a version. Two places are equal if the icon is certainly the same: an address with a scheme
 * is the same image everywhere, but a path refers to a file in the directory of one devfile.
 *
 * @param entry the entry's name; empty if it makes no difference
 * @param version empty for the entry's own icon, or if it makes no difference
 * @param address the address as in the index
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

    /** Whether it is an http or https address. */
    public boolean isRemote() {
        return address.regionMatches(true, 0, "https:", 0, 6) || address.regionMatches(true, 0, "http:", 0, 5);
    }

    /** Whether it is a path, not an address with a scheme. */
    public boolean isPath() {
        return !entry.isEmpty();
    }
}
