package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @Test
    void readsARangeWithBothEnds() {
        assertThat(ByteRange.of("bytes=2-4", 10)).isEqualTo(new ByteRange.Part(2, 3));
    }

    @Test
    void takesTheUnitWhateverItsCase() {
        assertThat(ByteRange.of("Bytes=2-4", 10)).isEqualTo(new ByteRange.Part(2, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "0-1"})
    void ignoresWhatItDoesNotUnderstandAndSeveralRanges(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=-0", "bytes=10-12", "bytes=99999999999999999999-"})
    void cannotSatisfyWhatIsBeyondTheEnd(String header) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @Test
    void cutsOffWhatIsBeyondTheEnd() {
        assertThat(ByteRange.of("bytes=8-99999999999999999999", 10)).isEqualTo(new ByteRange.Part(8, 2));
        assertThat(ByteRange.of("bytes=-99999999999999999999", 10)).isEqualTo(new ByteRange.Part(0, 10));
    }

    @Test
    void givesAllOfNothingForTheLastBytesOfIt() {
        assertThat(ByteRange.of("bytes=-5", 0)).isEqualTo(new ByteRange.Whole());
        assertThat(ByteRange.of("bytes=0-", 0)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @Test
    void saysWhichPartItIs() {
        assertThat(new ByteRange.Part(2, 3).contentRange(10)).isEqualTo("bytes 2-4/10");
    }

    @Property
    void selectsTheBytesThatAreNamed(
            @ForAll @LongRange(min = 0, max = 12) long first,
            @ForAll Optional<@LongRange(min = 0, max = 12) Long> last,
            @ForAll @LongRange(min = 1, max = 10) long size) {
        ByteRange range =
                ByteRange.of("bytes=" + first + "-" + last.map(String::valueOf).orElse(""), size);

        boolean[] wanted = new boolean[(int) size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            wanted[i] = i >= first && i <= last.orElse(Long.MAX_VALUE);
            count += wanted[i] ? 1 : 0;
        }
        if (last.filter(end -> end < first).isPresent()) {
            assertThat(range).isEqualTo(new ByteRange.Whole());
        } else if (count == 0) {
            assertThat(range).isEqualTo(new ByteRange.Unsatisfiable());
        } else {
            assertThat(range).isEqualTo(new ByteRange.Part(first, count));
        }
    }

    @Property
    void selectsTheLastBytes(
            @ForAll @LongRange(min = 1, max = 20) long suffix, @ForAll @LongRange(min = 1, max = 10) long size) {
        long length = Math.min(suffix, size);

        assertThat(ByteRange.of("bytes=-" + suffix, size)).isEqualTo(new ByteRange.Part(size - length, length));
    }

    @Property
    void neverSelectsWhatIsNotThere(@ForAll String header, @ForAll @LongRange(min = 0, max = 100) long size) {
        if (ByteRange.of("bytes=" + header, size) instanceof ByteRange.Part part) {
            assertThat(part.offset()).isBetween(0L, size - 1);
            assertThat(part.length()).isBetween(1L, size - part.offset());
        }
    }
}
