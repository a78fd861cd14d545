package io.devfile.registry.viewer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The target of a URL below {@code /viewer}. */
sealed interface ViewerRoute {

    /** @param registry one source; null for all */
    record CatalogueOf(@Nullable String registry) implements ViewerRoute {}

    /** @param version as in the URL; may be {@code latest} or {@code default}; null if it names none */
    record Detail(String registry, String name, @Nullable String version) implements ViewerRoute {}

    record Status() implements ViewerRoute {}

    record Feed() implements ViewerRoute {}

    record Asset(String name) implements ViewerRoute {}

    record Unknown() implements ViewerRoute {}

    /** @param path the part after {@code /viewer}, decoded */
    static ViewerRoute of(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        List<String> parts = List.of(trimmed.split("/", -1));
        if (trimmed.isEmpty()) {
            return new CatalogueOf(null);
        }
        if (parts.size() < 2 || parts.stream().skip(1).anyMatch(String::isEmpty)) {
            return new Unknown();
        }
        return switch (parts.get(1)) {
            case "devfiles" -> devfiles(parts.subList(2, parts.size()));
            case "status" -> parts.size() == 2 ? new Status() : new Unknown();
            case "feed.xml" -> parts.size() == 2 ? new Feed() : new Unknown();
            case "assets" -> parts.size() == 3 ? new Asset(parts.get(2)) : new Unknown();
            default -> new Unknown();
        };
    }

    private static ViewerRoute devfiles(List<String> parts) {
        return switch (parts.size()) {
            case 0 -> new CatalogueOf(null);
            case 1 -> new CatalogueOf(parts.get(0));
            case 2 -> new Detail(parts.get(0), parts.get(1), null);
            case 3 -> new Detail(parts.get(0), parts.get(1), parts.get(2));
            default -> new Unknown();
        };
    }
}
