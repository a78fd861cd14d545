package io.devfile.registry.viewer.detail;

import io.devfile.registry.viewer.page.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page of a version, as its template shows it.
 *
 * @param name of the entry, as addresses have it
 * @param entryAddress of the page of the entry's default version
 * @param openAddress where a workspace is made of it; empty where nothing is configured
 * @param download the address of the devfile; empty where the registry has none
 * @param listing the devfile; empty where the registry has none
 * @param jsonLd safe to be written as it is
 */
public record DetailPage(
        Head head,
        String name,
        String entryAddress,
        Overview overview,
        Optional<Banner> banner,
        VersionList versions,
        List<Snippet> snippets,
        String openAddress,
        List<Fact> facts,
        Contents contents,
        FileView.Listing files,
        Optional<OciReference> artifact,
        List<FindingView> findings,
        String download,
        Optional<DevfileListing> listing,
        String jsonLd) {

    /**
     * The versions.
     *
     * @param shown those to be seen at once, the one of this page among them
     * @param more those to be unfolded
     */
    public record VersionList(List<VersionLink> shown, List<VersionLink> more) {

        private static final int SHOWN = 8;

        static VersionList of(List<VersionLink> all) {
            // one alone is not worth unfolding
            int first = all.size() == SHOWN + 1 ? all.size() : SHOWN;
            List<VersionLink> shown = new ArrayList<>();
            List<VersionLink> more = new ArrayList<>();
            for (VersionLink version : all) {
                (shown.size() < first || version.current() ? shown : more).add(version);
            }
            return new VersionList(List.copyOf(shown), List.copyOf(more));
        }

        /** What the page says to unfold the others. */
        public String moreText() {
            return more.size() + " more versions";
        }
    }
}
