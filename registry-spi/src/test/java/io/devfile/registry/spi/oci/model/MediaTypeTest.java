package io.devfile.registry.spi.oci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";

    /** RFC 6838, section 4.2. */
    private static final Pattern SPECIFIED = Pattern.compile(NAME + "/" + NAME);

    @Property(tries = 10_000)
    void acceptsWhatTheSpecificationDoes(@ForAll("almostMediaTypes") String text) {
        assertThat(MediaType.tryParse(text).isPresent())
                .isEqualTo(SPECIFIED.matcher(text).matches());
    }

    @Provide
    Arbitrary<String> almostMediaTypes() {
        return Arbitraries.strings().withChars("aZ0//!#$&-^_.+; \"ä").ofMaxLength(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-tar",
                "image/svg+xml",
                "application/vnd.devfileio.vsx.layer.v1.tar",
                "application/vnd.oci.image.manifest.v1+json"
            })
    void mediaTypesAreAccepted(String text) {
        assertThat(MediaType.tryParse(text)).contains(new MediaType(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text", "/", "text/", "/plain", "text/plain;charset=utf-8", "text/plain/x", "*/*", "a /b"})
    void otherTextIsRejected(String text) {
        assertThat(MediaType.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new MediaType(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {127, 128})
    void eachPartHasAtMost127Characters(int length) {
        String name = "a".repeat(length);

        assertThat(MediaType.tryParse("a/" + name).isPresent()).isEqualTo(length == 127);
        assertThat(MediaType.tryParse(name + "/a").isPresent()).isEqualTo(length == 127);
    }
}
