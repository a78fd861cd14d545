package io.devfile.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void quotesText() {
        assertThat(Excerpt.of("go")).isEqualTo("'go'");
        assertThat(Excerpt.of("")).isEqualTo("''");
    }

    @Test
    void hidesWhatCouldBreakALine() {
        assertThat(Excerpt.of("a\r\nb\u0000\u0085")).isEqualTo("'a??b??'");
    }

    @Test
    void cutsOffBetweenCharacters() {
        assertThat(Excerpt.of("😀".repeat(60))).isEqualTo("'" + "😀".repeat(60) + "'");
        assertThat(Excerpt.of("😀".repeat(61))).isEqualTo("'" + "😀".repeat(60) + "…'");
    }

    @Property
    void isShortAndOfOneLine(@ForAll String text) {
        assertThat(Excerpt.of(text).codePoints().noneMatch(Character::isISOControl))
                .isTrue();
        assertThat(Excerpt.of(text).codePoints().count()).isLessThanOrEqualTo(63);
    }
}
