package io.devfile.registry.spi.oci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TagTest {

    /** From the distribution specification. */
    private static final Pattern SPECIFIED = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

    @Property(tries = 10_000)
    void acceptsWhatTheSpecificationDoes(@ForAll("almostTags") String text) {
        assertThat(Tag.tryParse(text).isPresent())
                .isEqualTo(SPECIFIED.matcher(text).matches());
    }

    @Property
    void acceptsWhatTheSpecificationDoesOfAnyText(@ForAll String text) {
        assertThat(Tag.tryParse(text).isPresent())
                .isEqualTo(SPECIFIED.matcher(text).matches());
    }

    @Provide
    Arbitrary<String> almostTags() {
        return Arbitraries.strings().withChars("azAZ09_.-/:@[`{").ofMaxLength(5);
    }

    @Test
    void aTagHasAtMost128Characters() {
        assertThat(Tag.tryParse("a".repeat(128))).isPresent();
        assertThat(Tag.tryParse("a".repeat(129))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Tag(""));
    }

    @Test
    void tagsAreOrderedByCodePoint() {
        assertThat(new Tag("10")).isLessThan(new Tag("9"));
        assertThat(new Tag("B")).isLessThan(new Tag("a"));
    }

    @Test
    void aReferenceIsATagOrADigest() {
        Digest digest = Digest.of(new byte[0]);

        assertThat(Reference.parse("1.0")).isEqualTo(new Tag("1.0"));
        assertThat(Reference.parse(digest.toString())).isEqualTo(digest);
        assertThat(Reference.tryParse("sha256:")).isEmpty();
        assertThat(Reference.tryParse("-")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Reference.parse("sha256:12"));
        assertThatIllegalArgumentException().isThrownBy(() -> Reference.parse("a/b"));
    }
}
