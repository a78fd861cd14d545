package io.devfile.registry.viewer.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DisplayTextTest {

    @Test
    void controlCharactersAndHalvesOfCharactersAreReplaced() {
        assertThat(DisplayText.of("a\u0000b\u001bc\ud800d\uffffe")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
    }

    @Test
    void newlinesAndTabsAndEmojiStay() {
        assertThat(DisplayText.of(" a\r\n\tb 🦊 ")).isEqualTo("a\n\tb 🦊");
    }

    @Test
    void whatIsToBeInOneLineIsInOne() {
        assertThat(DisplayText.line(" a \n\t b\u00a0 c ")).isEqualTo("a b c");
    }

    @Test
    void longTextIsCutAfterAWord() {
        assertThat(DisplayText.shortened("one two three four", 12)).isEqualTo("one two…");
        assertThat(DisplayText.shortened("one two", 12)).isEqualTo("one two");
    }

    @Test
    void textOfNoBreakSpacesIsEmpty() {
        assertThat(DisplayText.line("\u00a0 \u00a0")).isEmpty();
    }

    @Test
    void charactersOfSeveralUnitsAreNotCutInHalf() {
        assertThat(DisplayText.shortened("🦊🦊🦊🦊", 3)).isEqualTo("🦊…");
        assertThat(DisplayText.shortened("🦊🦊🦊🦊", 1)).isEqualTo("…");
    }

    @Property
    void shortenedTextIsShortAndCanBeEncoded(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int length) {
        String shortened = DisplayText.shortened(text, length);
        assertThat(shortened.length()).isLessThanOrEqualTo(length + 1);
        assertThat(DisplayText.line(shortened)).isEqualTo(shortened);
        assertThat(shortened.codePoints())
                .noneMatch(Character::isISOControl)
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
