package io.devfile.registry.catalog.yaml;

/**
 * The limits for a document. The content of an alias is counted each time the alias is used.
 *
 * @param codePoints the length of the text, before and after aliases are expanded; at least 1
 * @param depth how deep mappings and lists may be nested; at least 1
 * @param nodes the number of scalars, mappings and lists; at least 1
 * @param aliases the number of aliases for mappings and lists; 0 if none are allowed
 */
public record YamlLimits(int codePoints, int depth, int nodes, int aliases) {

    /** Sufficient for anything written by hand: 1 MiB, 64 levels, 100 000 nodes, 200 aliases. */
    public static final YamlLimits DEFAULT = new YamlLimits(1024 * 1024, 64, 100_000, 200);

    /** @throws IllegalArgumentException if a limit is out of its range */
    public YamlLimits {
        if (codePoints < 1 || depth < 1 || nodes < 1 || aliases < 0) {
            throw new IllegalArgumentException("Limits must be positive: " + codePoints + " code points, " + depth
                    + " levels, " + nodes + " nodes, " + aliases + " aliases");
        }
    }
}
