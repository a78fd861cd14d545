package io.devfile.registry.distribution;

import io.devfile.registry.spi.oci.model.MediaType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Whether a client takes content of a type. Clients name the types that they know, and mean no harm by leaving out others;
 * so a manifest is only withheld from one that refuses its type in so many words, with {@code q=0}.
 */
final class Accepted {

    private Accepted() {}

    static boolean by(HttpServletRequest request, MediaType type) {
        List<String> headers = Collections.list(request.getHeaders("Accept"));
        return headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .noneMatch(one -> refuses(one, type));
    }

    private static boolean refuses(String range, MediaType type) {
        String[] parts = range.toLowerCase(Locale.ROOT).strip().split("\\s*;\\s*");
        boolean zero = List.of(parts).stream().skip(1).anyMatch(parameter -> parameter.matches("q=0(\\.0*)?"));
        return zero && parts[0].equals(type.value().toLowerCase(Locale.ROOT));
    }
}
