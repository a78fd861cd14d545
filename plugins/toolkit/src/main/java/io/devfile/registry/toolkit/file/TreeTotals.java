package io.devfile.registry.toolkit.file;

/**
 * The totals of a tree.
 *
 * @param entries the number of files, links and directories
 * @param bytes the bytes of all files together
 */
record TreeTotals(long entries, long bytes) {

    static final TreeTotals NONE = new TreeTotals(0, 0);

    TreeTotals plus(long moreEntries, long moreBytes) {
        return new TreeTotals(entries + moreEntries, bytes + moreBytes);
    }

    void check(TreeLimits limits) throws UnsafeTreeException {
        if (entries > limits.entries()) {
            throw new UnsafeTreeException(
                    "it has more than " + limits.entries() + " files and directories",
                    "Remove files that are not needed, or increase " + TreeLimits.MAX_ENTRIES + ".");
        }
        if (bytes > limits.totalBytes()) {
            throw new UnsafeTreeException(
                    "its files have more than " + limits.totalBytes() + " bytes in total",
                    "Remove files that are not needed, or increase " + TreeLimits.MAX_SIZE + ".");
        }
    }
}
