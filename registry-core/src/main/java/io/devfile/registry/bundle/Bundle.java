package io.devfile.registry.bundle;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The content of an archive.
 *
 * @param files by path
 * @param missing the items that should be included but are missing
 * @param left the items that devfiles name and that are not included; clients that need them must access them directly
 */
record Bundle(SortedMap<String, BundledFile> files, List<Missing> missing, List<Missing> left) {

    Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        missing = List.copyOf(missing);
        left = List.copyOf(left);
    }
}
