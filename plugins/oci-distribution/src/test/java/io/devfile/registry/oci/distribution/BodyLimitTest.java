package io.devfile.registry.oci.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The chunk size depends on the headers and responses of the registry. */
class BodyLimitTest {

    private static final int MIB = 1024 * 1024;

    private final BodyLimit limit = new BodyLimit();

    @Test
    void contentGoesAtOnceUnlessSomethingSpeaksAgainstIt() {
        assertThat(limit.chunk(1000L * MIB, 0, false)).isZero();
        assertThat(limit.chunk(4L * MIB, 0, true)).isZero();
        assertThat(limit.chunk(MIB, MIB, false)).isZero();
    }

    @Test
    void chunksAreAsLargeAsAskedFor() {
        assertThat(limit.chunk(1000L * MIB, 0, true)).isEqualTo(4 * MIB);
        assertThat(limit.chunk(1000L * MIB, 1, false)).isEqualTo(4 * MIB);
        assertThat(limit.chunk(1000L * MIB, 10L * MIB, false)).isEqualTo(10 * MIB);
    }

    @Test
    void chunksThatWouldFillTheMemoryAreNotMade() {
        assertThat(limit.chunk(1000L * MIB, 500L * MIB, false)).isZero();
        assertThat(limit.chunk(1000L * MIB, Long.MAX_VALUE, true)).isEqualTo(4 * MIB);
    }

    @Test
    void whatWasTooMuchIsNotTriedAgain() {
        assertThat(limit.lower(1000L * MIB)).isTrue();
        assertThat(limit.chunk(1000L * MIB, 0, false)).isEqualTo(4 * MIB);
        assertThat(limit.chunk(200L * MIB, 0, false)).isZero();
        assertThat(limit.lower(4L * MIB)).isTrue();
        assertThat(limit.chunk(2L * MIB, 0, false)).isEqualTo(MIB);
        assertThat(limit.lower(1000L * MIB)).isTrue();
        assertThat(limit.chunk(2L * MIB, 0, false)).isEqualTo(MIB);
    }

    @Test
    void thereIsAnEnd() {
        assertThat(limit.lower(100_000)).isFalse();
        assertThat(limit.chunk(MIB, 0, false)).isZero();
    }
}
