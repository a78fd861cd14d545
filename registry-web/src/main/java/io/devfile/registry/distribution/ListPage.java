package io.devfile.registry.distribution;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A page of a sorted list.
 *
 * @param next the value of {@code last} for the next page; null if this is the last page
 */
record ListPage(List<String> items, @Nullable String next) {

    /**
     * @param n the requested number of items, as the client wrote it; empty for all
     * @param last the item before the first one, which need not be in the list; empty to begin at the start
     */
    static ListPage of(SortedSet<String> all, String n, String last) throws DistributionError {
        SortedSet<String> rest = last.isEmpty() ? all : all.tailSet(last + "\0");
        if (n.isEmpty()) {
            return new ListPage(List.copyOf(rest), null);
        }
        if (!n.matches("\\d{1,99}")) {
            throw new DistributionError(
                    ErrorCode.PAGINATION_NUMBER_INVALID, "n must be a number, zero or more", Map.of());
        }
        int count = new BigInteger(n).min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
        List<String> items = rest.stream().limit(count).toList();
        boolean more = count > 0 && rest.size() > count;
        return new ListPage(items, more ? items.get(count - 1) : null);
    }

    /** The value of the Link header that leads to the next page. */
    Optional<String> link(String path, String n) {
        return next != null
                ? Optional.of("<" + path + "?n=" + n + "&last=" + URLEncoder.encode(next, StandardCharsets.UTF_8)
                        + ">; rel=\"next\"")
                : Optional.empty();
    }
}
