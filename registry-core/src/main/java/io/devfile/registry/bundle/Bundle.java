package io.devfile.registry.bundle;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What goes into an archive.
 *
 * @param files by path
 * @param missing what should be there and is not
 * @param left what devfiles name and is not taken along; clients that need it have to reach it themselves
 */
record Bundle(SortedMap<String, BundledFile> files, List<Missing> missing, List<Missing> left) {

    Bundle {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        missing = List.copyOf(missing);
        left = List.copyOf(left);
    }
}
