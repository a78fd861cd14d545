package io.devfile.registry.index;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.InvalidParameterException;
import io.devfile.registry.index.query.TypeFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries, and their results in a form that fits into a line of a test. */
final class Queries {

    private Queries() {}

    /** @param text {@code name=value&name=value}, not encoded */
    static IndexQuery query(IndexFormat format, String text) throws InvalidParameterException {
        return query(format, TypeFilter.ALL, text);
    }

    static IndexQuery query(IndexFormat format, TypeFilter type, String text) throws InvalidParameterException {
        return IndexQuery.parse(format, type, parameters(text));
    }

    static Map<String, List<String>> parameters(String text) {
        return text.isEmpty()
                ? Map.of()
                : Arrays.stream(text.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.groupingBy(
                                pair -> pair[0],
                                LinkedHashMap::new,
                                Collectors.mapping(pair -> pair[1], Collectors.toList())));
    }

    /** {@code name[version version], name}, with a star for samples, because two entries have the same name. */
    static String summary(List<IndexEntry> entries) {
        return entries.stream().map(Queries::summary).collect(Collectors.joining(", "));
    }

    private static String summary(IndexEntry entry) {
        String versions = entry.versions().stream().map(IndexVersion::version).collect(Collectors.joining(" "));
        return Stream.of(
                        entry.name(),
                        entry.type().text().equals("sample") ? "*" : "",
                        versions.isEmpty() ? "" : "[" + versions + "]")
                .collect(Collectors.joining());
    }
}
