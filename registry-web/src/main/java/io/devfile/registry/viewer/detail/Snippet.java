package io.devfile.registry.viewer.detail;

import io.devfile.registry.viewer.page.Addresses;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command line to copy, which downloads the version. */
public record Snippet(String id, String label, String text) {

    /**
     * @param repository of the artifact; null if there is none
     * @param version empty for an entry without versions
     */
    static List<Snippet> of(String entry, String version, @Nullable String repository, Addresses addresses) {
        List<Snippet> snippets = new ArrayList<>();
        snippets.add(new Snippet(
                "get-curl",
                "curl",
                "curl -fLo devfile.yaml " + quoted(addresses.absolute(Addresses.devfile(entry, version)))));
        if (repository != null) {
            snippets.add(new Snippet(
                    "get-registry-library",
                    "registry-library",
                    "registry pull " + quoted(addresses.base()) + " " + quoted(entry + ":" + version)
                            + " --new-index-schema"));
            snippets.add(new Snippet(
                    "get-oras",
                    "oras",
                    "oras pull " + (addresses.plainHttp() ? "--plain-http " : "")
                            + quoted(addresses.host() + "/" + repository + ":" + version)));
        }
        return List.copyOf(snippets);
    }

    /** The text as one word of a POSIX shell. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
