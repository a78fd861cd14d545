package io.devfile.registry.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class YamlLimitsTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
        }

        assertThat(failure(yaml.toString())).hasMessageContaining("100000 values");
    }

    @Test
    void oneLongListUsedManyTimesIsRefused() {
        assertThat(failure("a: &a [" + "x,".repeat(2000) + "]\nb: [" + "*a,".repeat(150) + "]"))
                .hasMessageContaining("100000 values");
    }

    @Test
    void oneLongTextUsedManyTimesIsRefused() {
        assertThat(failure("a: &a '" + "x".repeat(MIB / 2) + "'\nb: [" + "*a,".repeat(5000) + "]"))
                .hasMessageContaining("longer than the limit");
    }

    @Test
    void mergesCountLikeOtherAliases() {
        StringBuilder yaml = new StringBuilder("m0: &m0 {k: v}\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("m%d: &m%d {<<: [*m%d, *m%d], k%d: v}\n".formatted(i, i, i - 1, i - 1, i));
        }

        assertThat(failure(yaml.toString())).hasMessageContaining("100000 values");
    }

    @Test
    void tooManyAliasesAreRefused() {
        assertThat(failure("a: &a [1]\nb: [" + "*a,".repeat(201) + "]")).hasMessageContaining("aliases");
    }

    @Test
    void anchorsInsideOfThemselvesAreRefused() {
        assertThat(failure("a: &a [*a]")).hasMessageContaining("itself");
        assertThat(failure("a: &a {b: {<<: *a}}")).hasMessageContaining("itself");
        assertThat(failure("&a ? *a\n: b")).isNotNull();
    }

    @Test
    void aliasesDoNotNestDeeperThanBracketsMay() {
        StringBuilder yaml = new StringBuilder("a0: &a0 " + "[".repeat(30) + "]".repeat(30) + "\n");
        for (int i = 1; i < 10; i++) {
            yaml.append("a%d: &a%d %s*a%d%s\n".formatted(i, i, "[".repeat(30), i - 1, "]".repeat(30)));
        }

        assertThat(failure(yaml.toString())).hasMessageContaining("nested");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "{", "- ", "? ", "!", "!a ", "&a ", "*a ", "%", "|\n ", ">\n ", ":", ": ", "a: ", "'", "\"", "\\",
                "#", "\t", " ", "\n", "\r", "\u0085", "--- ", "...\n", "a ", "a\n", "1", "[a,", "{a: ", "x: [\n",
                "\u2028", "-", "a\n\n", "\"\\\n", "'' ", "<<: ", "- - a\n", ",", "]", "a #", "0x", "~", "e1."
            })
    void aMebibyteOfAnythingIsDoneWithSoon(String repeated) {
        String yaml = repeated.repeat(MIB / repeated.length());
        try {
            assertThat(new YamlReader().read(yaml.getBytes(StandardCharsets.UTF_8)))
                    .isNotNull();
        } catch (YamlReadException e) {
            assertThat(e).message().isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"k%d: v\n", "- {a: %d}\n", "k%d: &a%<d [x]\n", "\"k%d\": 'v'\n", "? k%d\n: v\n", "- &b x\n"})
    void manySmallThingsAreDoneWithSoon(String line) {
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; yaml.length() < MIB - 100; i++) {
            yaml.append(line.formatted(i));
        }
        assertThat(failure(yaml.toString())).hasMessageContaining("too many values");
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeItIsLookedAt() {
        assertThat(failure("a".repeat(MIB + 1))).hasMessageContaining("1048576 characters");
        assertThat(failure("\u0000".repeat(5 * MIB))).hasMessageContaining("1048576 characters");
    }

    @Test
    void limitsCountCodePoints() throws YamlReadException {
        YamlReader reader = new YamlReader(new YamlLimits(3, 1, 1, 0));

        assertThat(reader.read("😀😀😀".getBytes(StandardCharsets.UTF_8)).value())
                .isEqualTo("😀😀😀");
    }

    @Test
    void limitsMustBePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new YamlLimits(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new YamlLimits(1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new YamlLimits(1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new YamlLimits(1, 1, 1, -1));
    }

    private static YamlReadException failure(String yaml) {
        return catchThrowableOfType(
                YamlReadException.class, () -> new YamlReader().read(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
