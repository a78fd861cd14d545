package io.devfile.registry.index.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IndexJsonTest {

    private static final IndexVersion FULL_VERSION = IndexVersion.builder("1.2.0")
            .schemaVersion("2.2.0")
            .isDefault(true)
            .git(GitOrigin.of(Map.of("origin", "u"), "main"))
            .description("d")
            .tags(List.of("t"))
            .architectures(List.of("amd64"))
            .icon("v.svg")
            .links(Map.of("self", "s"))
            .commandGroups(Map.of("run", false, "build", true))
            .deploymentScopes(Map.of("outerloop", true))
            .resources(List.of("devfile.yaml"))
            .starterProjects(List.of("p"))
            .lastModified(OffsetDateTime.parse("2024-05-13T12:32:00+02:00"))
            .build();

    private static final IndexEntry FULL_ENTRY = IndexEntry.builder(EntryType.STACK, "n")
            .version("1.2.0")
            .attributes(Map.of("a", 1))
            .displayName("D")
            .description("d")
            .tags(List.of("t", "u"))
            .architectures(List.of("amd64"))
            .icon("e.svg")
            .globalMemoryLimit("1Gi")
            .projectType("p")
            .language("l")
            .links(Map.of("self", "s"))
            .commandGroups(Map.of("test", false))
            .deploymentScopes(Map.of("innerloop", true))
            .resources(List.of("devfile.yaml"))
            .starterProjects(List.of("p"))
            .git(new GitOrigin(new TreeMap<>(Map.of("b", "2", "a", "1")), "u", "r", "s", "v"))
            .provider("P")
            .supportUrl("S")
            .versions(List.of(FULL_VERSION, IndexVersion.builder("1.1.0").build()))
            .lastModified(OffsetDateTime.parse("0001-01-01T00:00:00Z"))
            .build();

    @Test
    void fieldsStandInTheirOrder() {
        assertThat(json(IndexJson.of(List.of(FULL_ENTRY)), Map.of(0, bits(0, 1))))
                .isEqualTo("[{'name':'n','version':'1.2.0','attributes':{'a':1},'displayName':'D','description':'d',"
                        + "'type':'stack','tags':['t','u'],'architectures':['amd64'],'icon':'e.svg',"
                        + "'globalMemoryLimit':'1Gi','projectType':'p','language':'l','links':{'self':'s'},"
                        + "'commandGroups':{'test':false},'deploymentScopes':{'innerloop':true},"
                        + "'resources':['devfile.yaml'],'starterProjects':['p'],"
                        + "'git':{'remotes':{'a':'1','b':'2'},'url':'u','remoteName':'r','subDir':'s','revision':'v'},"
                        + "'provider':'P','supportUrl':'S','versions':["
                        + "{'version':'1.2.0','schemaVersion':'2.2.0','default':true,"
                        + "'git':{'remotes':{'origin':'u'},'revision':'main'},'description':'d','tags':['t'],"
                        + "'architectures':['amd64'],'icon':'v.svg','links':{'self':'s'},"
                        + "'commandGroups':{'build':true,'run':false},'deploymentScopes':{'outerloop':true},"
                        + "'resources':['devfile.yaml'],'starterProjects':['p'],"
                        + "'lastModified':'2024-05-13T12:32:00+02:00'},"
                        + "{'version':'1.1.0'}],'lastModified':'0001-01-01T00:00:00Z'}]");
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        IndexEntry bare = IndexEntry.builder(EntryType.SAMPLE, "n")
                .git(GitOrigin.of(Map.of(), ""))
                .build();

        assertThat(json(IndexJson.of(List.of(bare)), Map.of(0, bits()))).isEqualTo("[{'name':'n','type':'sample'}]");
    }

    @Test
    void onlyWhatIsSelectedIsWritten() {
        IndexJson index = IndexJson.of(
                List.of(FULL_ENTRY, IndexEntry.builder(EntryType.SAMPLE, "m").build()));

        assertThat(json(index, Map.of())).isEqualTo("[]");
        assertThat(json(index, Map.of(1, bits()))).isEqualTo("[{'name':'m','type':'sample'}]");
        assertThat(json(index, Map.of(0, bits(1), 1, bits())))
                .contains("'versions':[{'version':'1.1.0'}],'lastModified'")
                .endsWith(",{'name':'m','type':'sample'}]");
    }

    @Test
    void attributesAreCarriedThroughWithTheirNulls() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("z", null);
        attributes.put("y", new LinkedHashMap<>(Map.of("b", List.of(1, 2.5, "x"), "a", Map.of())));
        attributes.put("x", Arrays.asList(null, true, List.of()));
        IndexEntry entry =
                IndexEntry.builder(EntryType.STACK, "n").attributes(attributes).build();

        assertThat(json(IndexJson.of(List.of(entry)), Map.of(0, bits())))
                .contains("'attributes':{'x':[null,true,[]],'y':{'a':{},'b':[1,2.5,'x']},'z':null}");
    }

    @Test
    void textIsEscapedAndInUtf8() {
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "n")
                .description("a\"\\\n\u0001 ü 🦀")
                .build();

        assertThat(json(IndexJson.of(List.of(entry)), Map.of(0, bits()))).contains("a\\'\\\\\\n\\u0001 ü 🦀");
    }

    @Test
    void iconsAreExchangedAtEntryAndVersion() {
        IndexJson changed = IndexJson.of(List.of(FULL_ENTRY)).withIcons(place -> "data:" + place.address());

        assertThat(json(changed, Map.of(0, bits(0, 1))))
                .contains("'icon':'data:e.svg'", "'icon':'data:v.svg'")
                .doesNotContain("'icon':'e.svg'", "'icon':'v.svg'", "'icon':''");
    }

    private static BitSet bits(int... positions) {
        BitSet bits = new BitSet();
        for (int position : positions) {
            bits.set(position);
        }
        return bits;
    }

    /** With single quotes, which are easier to read. */
    private static String json(IndexJson index, Map<Integer, BitSet> selection) {
        return new String(index.write(new TreeMap<>(selection)), StandardCharsets.UTF_8).replace('"', '\'');
    }
}
