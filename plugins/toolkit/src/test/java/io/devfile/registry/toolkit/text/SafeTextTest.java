package io.devfile.registry.toolkit.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void plainTextIsQuoted() {
        assertThat(SafeText.quoted("go")).isEqualTo("'go'");
        assertThat(SafeText.quoted("")).isEqualTo("''");
        assertThat(SafeText.quoted("Müller 日本 €")).isEqualTo("'Müller 日本 €'");
    }

    @Test
    void charactersThatAreInvisibleOrControlATerminalAreReplaced() {
        assertThat(SafeText.of("a\r\nb\u0000\u0085\u001b[31m")).isEqualTo("a??b???[31m");
        assertThat(SafeText.of("a\u202Eb\u2028c\ud800d\ue000")).isEqualTo("a?b?c?d?");
    }

    @Test
    void textIsCutOffBetweenCharacters() {
        assertThat(SafeText.of("😀".repeat(100))).isEqualTo("😀".repeat(100));
        assertThat(SafeText.of("😀".repeat(101))).isEqualTo("😀".repeat(100) + "…");
        assertThat(SafeText.of("abc", 2)).isEqualTo("ab…");
        assertThat(SafeText.of("x".repeat(1000), Integer.MAX_VALUE)).hasSize(1000);
    }

    @Property
    void everyTextBecomesAShortLine(@ForAll String text) {
        assertThat(SafeText.of(text).codePoints().noneMatch(Character::isISOControl))
                .isTrue();
        assertThat(SafeText.of(text).codePoints().count()).isLessThanOrEqualTo(101);
    }
}
