package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.content.SubDirectory;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks relative addresses in a devfile, which refer to files in the directory of the devfile. */
final class RelativeUris {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:");

    private RelativeUris() {}

    /**
     * Adds a warning for each address for which there is no file.
     *
     * @param references mappings that may have a {@code uri}
     * @param files paths relative to the directory of the devfile
     */
    static void check(List<YamlFields> references, Set<String> files) {
        for (YamlFields reference : references) {
            String uri = reference.text("uri");
            if (uri.isEmpty() || uri.contains("{{") || SCHEME.matcher(uri).lookingAt()) {
                continue;
            }
            String shown = SafeText.quoted(uri);
            if (uri.startsWith("http")) {
                reference.warning(
                        Rule.RELATIVE_URI,
                        "uri",
                        shown
                                + " is a relative address, but many tools read it as the address of a server."
                                + " Rename the file.");
            }
            if (!files.contains(SubDirectory.normal(uri))) {
                reference.warning(
                        Rule.RELATIVE_URI,
                        "uri",
                        "There is no file " + shown + " beside the devfile. Add it, or correct the address.");
            }
        }
    }
}
