package io.devfile.registry.spi.oci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

    private static final String EMPTY = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void digestsAreThoseOfTheAlgorithms() {
        assertThat(Digest.of(new byte[0])).hasToString(EMPTY);
        assertThat(Digest.of("abc".getBytes(StandardCharsets.US_ASCII), DigestAlgorithm.SHA512))
                .hasToString("sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    }

    @Property
    void aDigestIsReadAsItIsWritten(@ForAll byte[] bytes, @ForAll DigestAlgorithm algorithm) {
        Digest digest = Digest.of(bytes, algorithm);
        MessageDigest computation = algorithm.newMessageDigest();
        computation.update(bytes);

        assertThat(Digest.parse(digest.toString())).isEqualTo(digest);
        assertThat(Digest.of(computation, algorithm)).isEqualTo(digest);
    }

    @Property
    void anyTextIsADigestOrNot(@ForAll String text) {
        Digest.tryParse(text).ifPresent(digest -> assertThat(digest).hasToString(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "sha256",
                "sha256:",
                "sha256:e3b0",
                "sha512:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
                "sha256:g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "md5:d41d8cd98f00b204e9800998ecf8427e",
                " sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8/.."
            })
    void otherTextIsNone(String text) {
        assertThat(Digest.tryParse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse(text));
    }

    @Test
    void theDigitsAreThoseOfTheAlgorithm() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest(DigestAlgorithm.SHA512, "00"));
    }

    @Test
    void digestsAreOrderedAsText() {
        assertThat(Digest.of(new byte[0])).isLessThan(Digest.of(new byte[0], DigestAlgorithm.SHA512));
        assertThat(Digest.parse(EMPTY)).isLessThan(Digest.parse(EMPTY.replace(":e", ":f")));
    }
}
