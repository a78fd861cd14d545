package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.bytes;
import static io.devfile.registry.spi.oci.ContractArtifacts.prepare;
import static io.devfile.registry.spi.oci.ContractArtifacts.putBlob;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads use one backend; some are interrupted. */
abstract class ConcurrencyContract extends ReferrersContract {

    private static final int WRITERS = 8;
    private static final byte[] CONTENT = bytes("slow");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    final void stopThreads() {
        threads.shutdownNow();
    }

    @Test
    final void eightWritersLoseNoneOfEightyTags() throws Exception {
        List<Tag> expected = new ArrayList<>();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Tag> own = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                own.add(new Tag("writer-" + writer + "-" + i));
            }
            expected.addAll(own);
            writers.add(threads.submit(() -> {
                for (Tag tag : own) {
                    backend.putManifest(repository, prepare(backend, repository, "shared", tag.value()), tag);
                }
                return own;
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        assertThat(backend.tags(repository).orElseThrow()).containsExactlyInAnyOrderElementsOf(expected);
        for (Tag tag : expected) {
            assertThat(backend.manifest(repository, tag)).contains(ContractArtifacts.artifact("shared", tag.value()));
        }
    }

    @Test
    final void aReaderSeesTheOldOrTheNewManifest() throws Exception {
        Manifest one = prepare(backend, repository, "one");
        Manifest two = prepare(backend, repository, "two");
        backend.putManifest(repository, one, TAG);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            readers.add(threads.submit(() -> readUntil(done, one, two)));
        }

        for (int i = 0; i < 50; i++) {
            backend.putManifest(repository, i % 2 == 0 ? two : one, TAG);
        }
        done.set(true);

        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
        assertThat(backend.manifest(repository, TAG)).contains(one);
    }

    @Test
    final void aReaderDoesNotWaitForAWriter() throws Exception {
        Manifest manifest = prepare(backend, repository, "a");
        backend.putManifest(repository, manifest, TAG);
        SlowContent content = new SlowContent();
        Future<?> writer = threads.submit(putting(content));
        content.begun.await();

        Future<Boolean> reader =
                threads.submit(() -> backend.manifest(repository, TAG).isPresent()
                        && backend.blob(repository, Digest.of(bytes("a"))).isPresent()
                        && backend.tags(repository).isPresent());

        assertThat(reader.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(backend.blob(repository, Digest.of(CONTENT))).isEmpty();
        content.released.countDown();
        writer.get();
        assertThat(backend.blob(repository, Digest.of(CONTENT))).isPresent();
    }

    @Test
    final void anInterruptedPutEndsAndLeavesNothing() throws Exception {
        SlowContent content = new SlowContent();
        List<Object> seen = new ArrayList<>();
        Thread writer = new Thread(() -> {
            try {
                putting(content).call();
            } catch (Exception e) {
                seen.add(e);
                seen.add(Thread.currentThread().isInterrupted());
            }
        });
        writer.start();
        content.begun.await();

        writer.interrupt();
        writer.join(5000);
        content.released.countDown();

        assertThat(writer.isAlive()).isFalse();
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).isInstanceOf(OciBackendException.class);
        assertThat(seen.get(1)).isEqualTo(true);
        assertThat(backend.blob(repository, Digest.of(CONTENT))).isEmpty();
    }

    @Test
    final void anInterruptDoesNotHurtTheCallsAfterIt() throws Exception {
        Manifest manifest = prepare(backend, repository, "a");
        backend.putManifest(repository, manifest, TAG);

        boolean stillInterrupted = threads.submit(() -> {
                    Thread.currentThread().interrupt();
                    try {
                        putBlob(backend, repository, CONTENT);
                        backend.manifest(repository, TAG);
                    } catch (OciBackendException e) {
                        assertThat(e.reason()).isNotBlank();
                    }
                    return Thread.interrupted();
                })
                .get();

        assertThat(stillInterrupted).isTrue();
        assertThat(backend.manifest(repository, TAG)).contains(manifest);
        putBlob(backend, repository, CONTENT);
        assertThat(backend.blob(repository, Digest.of(CONTENT))).isPresent();
    }

    private Callable<Void> putting(SlowContent content) {
        return () -> {
            backend.putBlob(repository, Digest.of(CONTENT), CONTENT.length, () -> content);
            return null;
        };
    }

    private int readUntil(AtomicBoolean done, Manifest one, Manifest two) throws OciBackendException {
        int reads = 0;
        do {
            assertThat(backend.manifest(repository, TAG).orElseThrow()).isIn(one, two);
            assertThat(backend.resolve(repository, TAG).orElseThrow()).isIn(one.descriptor(), two.descriptor());
            reads++;
        } while (!done.get());
        return reads;
    }

    /** Returns its first byte when it is released. */
    private static final class SlowContent extends InputStream {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private int position;

        @Override
        public int read() throws IOException {
            begun.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new InterruptedIOException("interrupted while waiting for the content");
            }
            return position < CONTENT.length ? CONTENT[position++] : -1;
        }
    }
}
