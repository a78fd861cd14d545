package io.devfile.registry.viewer.detail;

import io.devfile.registry.viewer.page.Head;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a version, as its template shows it.
 *
 * @param name of the entry, as in URLs
 * @param entryAddress of the page of the entry's default version
 * @param banner null if there is nothing to warn of
 * @param openAddress the URL that creates a workspace from the version; empty if no service is configured
 * @param artifact null if the registry has none
 * @param download the URL of the devfile; empty if the registry has none
 * @param listing the devfile; null if the registry has none
 * @param jsonLd safe to be written without escaping
 */
public record DetailPage(
        Head head,
        String name,
        String entryAddress,
        Overview overview,
        @Nullable Banner banner,
        VersionList versions,
        List<Snippet> snippets,
        String openAddress,
        List<Fact> facts,
        Contents contents,
        FileView.Listing files,
        @Nullable OciReference artifact,
        List<FindingView> findings,
        String download,
        @Nullable DevfileListing listing,
        String jsonLd) {

    /**
     * The versions.
     *
     * @param shown the versions that are visible at once, including the version of this page
     * @param more the versions that are visible when the list is expanded
     */
    public record VersionList(List<VersionLink> shown, List<VersionLink> more) {

        private static final int SHOWN = 8;

        static VersionList of(List<VersionLink> all) {
            // a single version is not hidden
            int first = all.size() == SHOWN + 1 ? all.size() : SHOWN;
            List<VersionLink> shown = new ArrayList<>();
            List<VersionLink> more = new ArrayList<>();
            for (VersionLink version : all) {
                (shown.size() < first || version.current() ? shown : more).add(version);
            }
            return new VersionList(List.copyOf(shown), List.copyOf(more));
        }

        /** The text of the control that expands the list. */
        public String moreText() {
            return more.size() + " more versions";
        }
    }
}
