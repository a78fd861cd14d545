package io.devfile.registry.index.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IndexEntryTest {

    @Test
    void whatIsNotSetIsAbsent() {
        IndexEntry entry = IndexEntry.builder(EntryType.SAMPLE, "bare").build();

        assertThat(entry.description()).isEmpty();
        assertThat(entry.tags()).isEmpty();
        assertThat(entry.attributes()).isEmpty();
        assertThat(entry.git()).isNull();
        assertThat(entry.defaultVersion()).isEmpty();
        assertThat(entry.latestVersion()).isEmpty();
        assertThat(entry.type().text()).isEqualTo("sample");
    }

    @Test
    void aNameAndAVersionThereMustBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexEntry.builder(EntryType.STACK, "").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndexVersion.builder("").build());
    }

    @Test
    void laterChangesOfWhatItWasMadeFromDoNotReachIt() {
        List<String> tags = new ArrayList<>(List.of("One"));
        SortedMap<String, String> remotes = new TreeMap<>(Map.of("origin", "https://git.example/one"));
        List<Object> inner = new ArrayList<>(List.of(1));
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "copied")
                .tags(tags)
                .git(new GitOrigin(remotes, "", "", "", ""))
                .attributes(Map.of("list", inner))
                .build();

        tags.add("Two");
        remotes.clear();
        inner.add(2);

        assertThat(entry.tags()).containsExactly("One");
        assertThat(entry.git().remotes()).containsKey("origin");
        assertThat(entry.attributes()).containsEntry("list", List.of(1));
        assertThatThrownBy(() -> entry.attributes().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entry.links().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void attributesAreSortedAllTheWayDownAndWhatJsonHasNoFormForIsText() {
        Map<Object, Object> nested = new HashMap<>();
        nested.put("z", null);
        nested.put(1, Arrays.asList(null, Double.NaN, 1.5, true));
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "free")
                .attributes(Map.of("b", nested, "a", LocalDate.of(2024, 1, 31)))
                .build();

        assertThat(entry.attributes()).hasToString("{a=2024-01-31, b={1=[null, NaN, 1.5, true], z=null}}");
    }

    @Test
    void versionsAreFoundByTheirText() {
        IndexVersion high = IndexVersion.builder("1.10.0").build();
        IndexVersion low = IndexVersion.builder("1.9.0").isDefault(true).build();
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "some")
                .versions(List.of(low, high))
                .build();

        assertThat(entry.version("1.9.0")).containsSame(low);
        assertThat(entry.version("1.9")).isEmpty();
        assertThat(entry.defaultVersion()).containsSame(low);
        assertThat(entry.latestVersion()).containsSame(high);
    }

    @Test
    void aBuilderOfAnEntryMakesAnEqualOne() {
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "some")
                .version("1")
                .attributes(Map.of("a", 1))
                .displayName("d")
                .globalMemoryLimit("1Gi")
                .projectType("p")
                .language("l")
                .provider("pr")
                .supportUrl("s")
                .versions(List.of(IndexVersion.builder("1.0.0").build()))
                .description("text")
                .icon("i")
                .links(Map.of("self", "x"))
                .build();

        assertThat(entry.toBuilder().build()).isEqualTo(entry);
    }
}
