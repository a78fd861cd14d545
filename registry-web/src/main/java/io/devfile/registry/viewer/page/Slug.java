package io.devfile.registry.viewer.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as they are in URLs: lower case, with hyphens for characters that are neither letters nor digits. */
public final class Slug {

    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Slug() {}

    /** The slug of a name; {@code registry} if the name has no letter and no digit. */
    public static String of(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String slug = OTHERS.matcher(folded).replaceAll("-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "registry" : slug;
    }
}
