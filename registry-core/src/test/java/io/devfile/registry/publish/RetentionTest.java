package io.devfile.registry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.fixture.MemoryBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final Duration GRACE = Duration.ofDays(7);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = START.plus(GRACE).plusSeconds(1);
    private static final RepositoryName GO = new RepositoryName("devfile-catalog/go");
    private static final Tag ONE = new Tag("1.0.0");
    private static final Tag TWO = new Tag("2.0.0");

    @TempDir
    private Path directory;

    private final MemoryBackend backend = new MemoryBackend();
    private Publication one;
    private Publication two;

    @BeforeEach
    void push() throws Exception {
        one = push(ONE, "one");
        two = push(TWO, "two");
    }

    private Retention retention() {
        return new Retention(backend, directory.resolve("publications.json"), GRACE);
    }

    private static Publisher.Result result(Publication... publications) {
        return new Publisher.Result(0, publications.length, List.of(publications));
    }

    private Publication push(Tag tag, String content) throws OciBackendException {
        Manifest manifest = manifest(content);
        backend.putManifest(GO, manifest, tag);
        return new Publication(GO, tag, manifest.digest(), null);
    }

    private static Manifest manifest(String content) {
        return Manifest.of(MediaType.IMAGE_MANIFEST, content.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isThere(Publication publication) throws OciBackendException {
        return backend.resolve(GO, publication.digest()).isPresent();
    }

    @Test
    void removesWhatHasLeftTheContentForAsLongAsTheGrace() throws Exception {
        Retention retention = retention();
        retention.published(result(one, two), true, START);
        retention.published(result(two), true, START);

        assertThat(retention.removeDue(START.plus(GRACE))).isZero();
        assertThat(isThere(one)).isTrue();

        assertThat(retention.removeDue(LATER)).isOne();
        assertThat(isThere(one)).isFalse();
        assertThat(isThere(two)).isTrue();
        assertThat(retention.removeDue(LATER)).isZero();
    }

    @Test
    void remembersAcrossRestarts() throws Exception {
        retention().published(result(one, two), true, START);
        retention().published(result(two), true, START);
        Retention restarted = retention();
        restarted.published(result(two), true, START);

        assertThat(restarted.removeDue(LATER)).isOne();
    }

    @Test
    void keepsWhatComesBack() throws Exception {
        Retention retention = retention();
        retention.published(result(one, two), true, START);
        retention.published(result(two), true, START);
        retention.published(result(one, two), true, START.plusSeconds(60));

        assertThat(retention.removeDue(LATER)).isZero();
        assertThat(isThere(one)).isTrue();
    }

    @Test
    void doesNotLetTheGraceBeginAnewWithEachRefresh() throws Exception {
        Retention retention = retention();
        retention.published(result(one, two), true, START);
        for (int day = 0; day < 7; day++) {
            retention.published(result(two), true, START.plus(Duration.ofDays(day)));
        }

        assertThat(retention.removeDue(LATER)).isOne();
    }

    @Test
    void removesTheFormerContentOfATagAndNotTheTag() throws Exception {
        Retention retention = retention();
        retention.published(result(one), true, START);
        Publication moved = push(ONE, "moved");
        retention.published(result(moved), true, START);

        retention.removeDue(LATER);

        assertThat(isThere(one)).isFalse();
        assertThat(backend.resolve(GO, ONE))
                .hasValueSatisfying(found -> assertThat(found.digest()).isEqualTo(moved.digest()));
    }

    @Test
    void neverRemovesWhatItDidNotPublish() throws Exception {
        Retention retention = retention();
        retention.published(result(two), true, START);

        retention.removeDue(LATER);

        assertThat(isThere(one)).isTrue();
    }

    @Test
    void takesOnlyItsTagFromWhatSomebodyElseHasTagged() throws Exception {
        Retention retention = retention();
        retention.published(result(one, two), true, START);
        backend.putManifest(GO, manifest("one"), new Tag("approved"));
        retention.published(result(two), true, START);

        retention.removeDue(LATER);

        assertThat(isThere(one)).isTrue();
        assertThat(backend.tags(GO).orElseThrow()).containsExactly(TWO, new Tag("approved"));
    }

    @Test
    void removesSignaturesTogetherWithWhatTheySign() throws Exception {
        Manifest referrer = manifest("{\"subject\":{\"digest\":\"" + one.digest() + "\"}}");
        backend.putManifest(GO, referrer);
        Tag signature = new Tag("sha256-" + one.digest().hex() + ".sig");
        backend.putManifest(GO, manifest("a signature"), signature);
        Tag other = new Tag("sha256-" + two.digest().hex() + ".sig");
        backend.putManifest(GO, manifest("another"), other);
        Retention retention = retention();
        retention.published(result(one, two), true, START);
        retention.published(result(two), true, START);

        retention.removeDue(LATER);

        assertThat(backend.resolve(GO, referrer.digest())).isEmpty();
        assertThat(backend.tags(GO).orElseThrow()).containsExactly(TWO, other);
    }

    @Test
    void triesAgainWhereTheBackendFails() throws Exception {
        Retention retention = retention();
        retention.published(result(one, two), true, START);
        retention.published(result(two), true, START);
        backend.failAt(Optional.of("deleteManifest"));

        assertThatThrownBy(() -> retention.removeDue(LATER)).isInstanceOf(OciBackendException.class);

        backend.failAt(Optional.empty());
        assertThat(retention.removeDue(LATER)).isOne();
    }

    @Test
    void letsGoOfWhatTheBackendDoesNotDelete() throws Exception {
        Retention retention = retention();
        retention.published(result(one, two), true, START);
        retention.published(result(two), true, START);
        backend.refuseAt(Optional.of("deleteManifest"));

        assertThat(retention.removeDue(LATER)).isZero();

        backend.calls();
        retention.removeDue(LATER);
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void removesNothingWhereItShallNever() throws Exception {
        Retention retention = new Retention(backend, directory.resolve("publications.json"), null);
        retention.published(result(one, two), true, START);
        retention.published(result(two), true, START);

        assertThat(retention.removeDue(LATER.plus(Duration.ofDays(1000)))).isZero();
    }

    @Test
    void beginsAnewWhereItsMemoryIsDamaged() throws Exception {
        for (String damage : List.of("", "{", "[]", "{\"format\":9}", "{\"format\":1,\"publications\":[{}]}")) {
            Files.writeString(directory.resolve("publications.json"), damage);
            Retention retention = retention();

            assertThat(retention.removeDue(LATER)).as(damage).isZero();
        }
    }

    @Test
    void removesNothingBeforeEverySourceHasAnswered() throws Exception {
        retention().published(result(one, two), true, START);
        retention().published(result(two), true, START);
        Retention restarted = retention();

        assertThat(restarted.removeDue(LATER)).isZero();
        restarted.published(result(), false, START);
        assertThat(restarted.removeDue(LATER)).isZero();
        assertThat(isThere(one)).isTrue();

        restarted.published(result(two), true, START.plusSeconds(1));
        assertThat(restarted.removeDue(LATER)).isOne();
        assertThat(isThere(two)).isTrue();
    }
}
