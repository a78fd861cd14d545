package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.bytes;
import static io.devfile.registry.spi.oci.ContractArtifacts.putBlob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Blobs are stored completely or not at all, belong to one repository, and are verified when they are read. They can be
 * read as a whole or in parts.
 */
abstract class BlobContract extends MissingContract {

    private static final byte[] CONTENT = bytes("0123456789");
    private static final Digest DIGEST = Digest.of(CONTENT);

    @Test
    final void aBlobIsReadAsItWasPut() throws Exception {
        putBlob(backend, repository, CONTENT);

        Blob blob = backend.blob(repository, DIGEST).orElseThrow();
        assertThat(blob.digest()).isEqualTo(DIGEST);
        assertThat(blob.size()).isEqualTo(CONTENT.length);
        assertThat(read(blob.open())).isEqualTo(CONTENT);
        assertThat(read(blob.open())).isEqualTo(CONTENT);
    }

    @Test
    final void aBlobOfSeveralMegabytesIsReadAsItWasPut() throws Exception {
        byte[] content = new byte[5_000_001];
        new Random(1).nextBytes(content);

        putBlob(backend, repository, content);

        Blob blob = backend.blob(repository, Digest.of(content)).orElseThrow();
        assertThat(Digest.of(read(blob.open()))).isEqualTo(blob.digest());
        assertThat(read(blob.open(4_999_000, 1001))).isEqualTo(Arrays.copyOfRange(content, 4_999_000, 5_000_001));
    }

    @Test
    final void anEmptyBlobIsABlob() throws Exception {
        byte[] empty = {};

        putBlob(backend, repository, empty);

        Blob blob = backend.blob(repository, Digest.of(empty)).orElseThrow();
        assertThat(blob.size()).isZero();
        assertThat(read(blob.open())).isEmpty();
        assertThat(read(blob.open(0, 0))).isEmpty();
    }

    @Test
    final void aBlobMayHaveASha512Digest() throws Exception {
        assumeTrue(canUseSha512(), "This backend knows no SHA-512");
        Digest digest = Digest.of(CONTENT, DigestAlgorithm.SHA512);

        putBlob(backend, repository, CONTENT, digest);

        assertThat(read(backend.blob(repository, digest).orElseThrow().open())).isEqualTo(CONTENT);
        assertThat(backend.blob(repository, DIGEST)).isEmpty();
    }

    @Test
    final void aRepeatedPutDoesNotOpenTheContent() throws Exception {
        putBlob(backend, repository, CONTENT);

        backend.putBlob(repository, DIGEST, CONTENT.length, () -> {
            throw new AssertionError("opened");
        });

        assertThat(read(backend.blob(repository, DIGEST).orElseThrow().open())).isEqualTo(CONTENT);
    }

    @Test
    final void aBlobOfAnotherRepositoryIsNotFound() throws Exception {
        RepositoryName other = new RepositoryName("contract/" + UUID.randomUUID());

        putBlob(backend, other, CONTENT);

        assertThat(backend.blob(repository, DIGEST)).isEmpty();
        assertThat(backend.blob(other, DIGEST)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"01234,shorter", "0123456789a,longer", "9876543210,of another digest", "'',empty"})
    final void contentThatIsNotWhatItShouldBeLeavesNothing(String content, String how) throws Exception {
        assertThatExceptionOfType(ContentMismatchException.class)
                .as("content that is %s", how)
                .isThrownBy(() -> backend.putBlob(
                        repository, DIGEST, CONTENT.length, () -> new ByteArrayInputStream(bytes(content))));

        assertThat(backend.blob(repository, DIGEST)).isEmpty();
        putBlob(backend, repository, CONTENT);
        assertThat(read(backend.blob(repository, DIGEST).orElseThrow().open())).isEqualTo(CONTENT);
    }

    @Test
    final void aWrongSizeLeavesNothing() throws Exception {
        assertThatExceptionOfType(ContentMismatchException.class)
                .isThrownBy(() -> backend.putBlob(repository, DIGEST, 11, () -> new ByteArrayInputStream(CONTENT)));

        assertThat(backend.blob(repository, DIGEST)).isEmpty();
    }

    @Test
    final void contentThatBreaksOffLeavesNothing() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.putBlob(
                        repository,
                        DIGEST,
                        CONTENT.length,
                        () -> new SequenceInputStream(new ByteArrayInputStream(CONTENT, 0, 5), broken)))
                .withStackTraceContaining("broken off");

        assertThat(backend.blob(repository, DIGEST)).isEmpty();
    }

    @Test
    final void contentThatCannotBeOpenedLeavesNothing() throws Exception {
        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.putBlob(repository, DIGEST, CONTENT.length, () -> {
                    throw new IOException("not to be opened");
                }))
                .withStackTraceContaining("not to be opened");

        assertThat(backend.blob(repository, DIGEST)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,10,0123456789", "0,1,0", "9,1,9", "3,4,3456", "0,0,''", "5,0,''", "10,0,''"})
    final void partOfABlobIsRead(long offset, long length, String expected) throws Exception {
        putBlob(backend, repository, CONTENT);

        Blob blob = backend.blob(repository, DIGEST).orElseThrow();

        assertThat(read(blob.open(offset, length))).asString().isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1,1", "0,11", "10,1", "11,0", "0,-1", "9223372036854775807,1", "1,9223372036854775807"})
    final void aPartThatIsNotWithinTheBlobIsRejected(long offset, long length) throws Exception {
        putBlob(backend, repository, CONTENT);

        Blob blob = backend.blob(repository, DIGEST).orElseThrow();

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> blob.open(offset, length));
    }

    private static byte[] read(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }
}
