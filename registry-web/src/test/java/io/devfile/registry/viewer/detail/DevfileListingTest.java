package io.devfile.registry.viewer.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DevfileListingTest {

    private static final List<String> PIECES = List.of(
            "a: b\n",
            "- x\n",
            "# c <b>\n",
            "k: \"q # no\\n\"\n",
            "k: |\n  block # no\n  two\n",
            "? x\n: y\n",
            "{a: [1, 2]}",
            "&x ",
            "*x",
            "!!str ",
            "---\n",
            "\r\n",
            "🦊: '#{1+1}'\n",
            "\t",
            ": ",
            "  ",
            "'",
            "\"",
            "&amp;",
            "<script>");

    private static String html(String text) {
        return DevfileListing.of(text).html();
    }

    /** The text of the elements, as a browser reads it. */
    private static String textOf(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#13;", "\r")
                .replace("&amp;", "&");
    }

    @Test
    void keysValuesAndCommentsAreToldApart() {
        assertThat(html("name: go # why\nport: 8080\n"))
                .contains(
                        "<span class=\"yk\">name</span>: <span class=\"ys\">go</span> <span class=\"yc\"># why</span>")
                .contains("<span class=\"yk\">port</span>: <span class=\"yl\">8080</span>");
    }

    @Test
    void whatLooksLikeACommentInsideOfTextIsNone() {
        assertThat(html("a: 'x # y'\nb: |\n  # z\nc: d#e\n")).doesNotContain("\"yc\"");
    }

    @Test
    void anchorsAliasesAndTagsAreReferences() {
        assertThat(html("a: &b !!str c\nd: *b\n"))
                .contains(
                        "<span class=\"yr\">&amp;b</span>",
                        "<span class=\"yr\">!!str</span>",
                        "<span class=\"yr\">*b</span>");
    }

    @Test
    void everyLineHasAnAnchor() {
        DevfileListing listing = DevfileListing.of("a: 1\n\nb: |\n  two\n  lines\n");
        assertThat(listing.lines()).isEqualTo(5);
        assertThat(listing.html()).contains("id=\"L5\"><a href=\"#L5\" data-n=\"5\"");
    }

    @Test
    void markupInADevfileIsText() {
        assertThat(html("a: <script>alert('&amp;')</script>\n"))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert('&amp;amp;')&lt;/script&gt;");
    }

    @Test
    void charactersBeyondTheBasicPlaneMoveNothing() {
        assertThat(html("🦊🦊: go\n")).contains("<span class=\"yk\">🦊🦊</span>: <span class=\"ys\">go</span>");
    }

    @Test
    void theLargestDevfileIsListedInAMoment() {
        String text = "- {name: \"value\", other: [1, true, null]} # comment\n".repeat(20_000);
        assertThat(textOf(html(text))).isEqualTo(text);
    }

    @Test
    void theTextOfTheBundledDevfilesIsTheirs() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("../stacks"))) {
            List<Path> devfiles =
                    files.filter(file -> file.endsWith("devfile.yaml")).toList();
            assertThat(devfiles).isNotEmpty();
            for (Path devfile : devfiles) {
                String text = Files.readString(devfile);
                assertThat(textOf(html(text))).as(devfile.toString()).isEqualTo(text);
                assertThat(html(text)).contains("<span class=\"yk\">schemaVersion</span>");
            }
        }
    }

    @Provide
    Arbitrary<String> nearlyYaml() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            return text.toString();
        });
    }

    @Property(tries = 2000)
    void theTextOfWhatIsNearlyYamlIsTheSource(@ForAll("nearlyYaml") String text) {
        assertThat(textOf(html(text))).isEqualTo(text);
    }

    @Property
    void theTextOfAnythingIsTheSource(@ForAll String text) {
        assertThat(textOf(html(text))).isEqualTo(text);
    }

    @Property(tries = 500)
    void spansAreInOrderAndInsideOfTheText(@ForAll("nearlyYaml") String text) {
        int end = 0;
        for (YamlSpan span : YamlSpans.of(text)) {
            assertThat(span.begin()).isGreaterThanOrEqualTo(end);
            assertThat(span.end()).isGreaterThan(span.begin()).isLessThanOrEqualTo(text.length());
            end = span.end();
        }
    }
}
