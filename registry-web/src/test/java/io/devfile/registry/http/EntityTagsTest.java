package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "W/\"a\"", "\"x\", \"a\"", "\"x\",W/\"a\"", "*", " * "})
    void findsATag(String header) {
        assertThat(EntityTags.matches(header, "\"a\"")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\"b\"", "\"aa\"", "\"A\"", "\"", "W/"})
    void doesNotFindWhatIsNotThere(String header) {
        assertThat(EntityTags.matches(header, "\"a\"")).isFalse();
    }

    @Property
    void findsATagExactlyWhereItIsInTheList(
            @ForAll List<@AlphaChars @StringLength(max = 2) String> tags,
            @ForAll @AlphaChars @StringLength(max = 2) String wanted) {
        String header =
                String.join(", ", tags.stream().map(tag -> '"' + tag + '"').toList());

        assertThat(EntityTags.matches(header, '"' + wanted + '"')).isEqualTo(tags.contains(wanted));
    }
}
