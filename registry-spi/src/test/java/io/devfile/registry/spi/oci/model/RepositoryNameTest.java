package io.devfile.registry.spi.oci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryNameTest {

    /** From the distribution specification. */
    private static final Pattern SPECIFIED =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");

    @Property(tries = 20_000)
    void acceptsWhatTheSpecificationDoes(@ForAll("almostNames") String text) {
        assertThat(RepositoryName.tryParse(text).isPresent())
                .isEqualTo(SPECIFIED.matcher(text).matches());
    }

    @Property
    void keepsItsText(@ForAll("almostNames") String text) {
        RepositoryName.tryParse(text).ifPresent(name -> assertThat(name).hasToString(text));
    }

    @Provide
    Arbitrary<String> almostNames() {
        return Arbitraries.strings().withChars("a0._-/A ").ofMaxLength(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "devfile-catalog/go", "a__b", "a---b", "a.b/c_d/e0", "index.json", "oci-layout", "blobs"})
    void namesAreAccepted(String text) {
        assertThat(RepositoryName.tryParse(text)).contains(new RepositoryName(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "a/", "/a", "a//b", "..", "a/../b", "a..b", "a___b", "a._b", "-a", "a-", "A", "ä", "a b"
            })
    void otherTextIsRejected(String text) {
        assertThat(RepositoryName.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new RepositoryName(text));
    }

    @Test
    void aNameHasAtMost255Characters() {
        assertThat(RepositoryName.tryParse("a".repeat(255))).isPresent();
        assertThat(RepositoryName.tryParse("a".repeat(256))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-", "a-", "a/", "a__", "0.", "a_"})
    void longTextIsDecidedAtOnce(String part) {
        String within = part.repeat(255).substring(0, 254) + "!";
        String beyond = part.repeat(10_000_000) + "!";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 10_000; i++) {
                assertThat(RepositoryName.tryParse(within).isPresent()).isFalse();
            }
            assertThat(RepositoryName.tryParse(beyond).isPresent()).isFalse();
        });
    }

    @Test
    void aMessageQuotesForeignTextShortAndClean() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepositoryName("a\n\u0007" + "b".repeat(1000)))
                .withMessageContaining("'a??bbb")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void namesAreOrderedAsText() {
        assertThat(new RepositoryName("a-b")).isLessThan(new RepositoryName("a/b"));
        assertThat(new RepositoryName("a")).isLessThan(new RepositoryName("a/b"));
    }
}
