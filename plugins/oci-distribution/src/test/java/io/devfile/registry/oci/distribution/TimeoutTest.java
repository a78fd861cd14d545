package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.TAG;
import static io.devfile.registry.oci.distribution.Artifacts.bytes;
import static io.devfile.registry.oci.distribution.ScriptedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Timeouts of calls, and interrupts. */
@Timeout(60)
class TimeoutTest {

    private static final byte[] CONTENT = bytes("0123456789");
    private static final Digest DIGEST = Digest.of(CONTENT);

    private final CountDownLatch over = new CountDownLatch(1);
    private ScriptedRegistry registry;
    private OciBackend backend;

    @AfterEach
    void close() {
        over.countDown();
        backend.close();
        registry.close();
    }

    private void script(String timeout, ScriptedRegistry.Script script) throws Exception {
        registry = new ScriptedRegistry(script);
        backend = Backends.at(registry.url(), "timeout", timeout);
    }

    /** Sends no response until the test ends. */
    private void silence(HttpExchange exchange) throws IOException {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends the headers and part of the body, and then nothing more. */
    private void stall(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", MediaType.IMAGE_MANIFEST.value());
        if (exchange.getRequestMethod().equals("HEAD")) {
            answer(exchange, 200, CONTENT);
        } else {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, 5);
            exchange.getResponseBody().flush();
            silence(exchange);
        }
    }

    @Test
    void aRegistryThatSaysNothingIsGivenUp() throws Exception {
        script("PT1S", this::silence);

        assertEnds(Duration.ofSeconds(3), () -> backend.manifest(GO, TAG), "did not respond in time");
        assertEnds(Duration.ofSeconds(3), () -> backend.tags(GO), "did not respond in time");
        assertEnds(Duration.ofSeconds(3), backend::probe, "did not respond in time");
    }

    @Test
    void aProbeEndsWithinFiveSecondsWhateverTheTimeout() throws Exception {
        script("PT1H", this::silence);

        assertEnds(Duration.ofSeconds(5), backend::probe, "did not respond in time");
    }

    @Test
    void aBodyThatStandsStillIsGivenUp() throws Exception {
        script("PT1S", this::stall);

        assertEnds(Duration.ofSeconds(3), () -> backend.manifest(GO, TAG), "was not complete in time");
        InputStream stream = backend.blob(GO, DIGEST).orElseThrow().open();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(stream::readAllBytes)
                .withMessageContaining("was not complete in time");
    }

    @Test
    void contentThatIsNotTakenIsGivenUp() throws Exception {
        script("PT1S", exchange -> {
            exchange.getResponseHeaders().add("Location", "/upload");
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> answer(exchange, 404, "");
                case "POST" -> answer(exchange, 202, "");
                default -> silence(exchange);
            }
        });
        byte[] large = Artifacts.random(20_000_000);

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> Artifacts.put(backend, large))
                .withMessageContaining("did not accept the content in time");
    }

    /** The points at which a call may wait. */
    enum Wait {
        ANSWER,
        BODY,
        RETRY
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsACallWithinASecond(Wait wait) throws Exception {
        script("PT1H", exchange -> {
            switch (wait) {
                case ANSWER -> silence(exchange);
                case BODY -> stall(exchange);
                case RETRY -> {
                    exchange.getResponseHeaders().add("Retry-After", "20");
                    answer(exchange, 503, "");
                }
            }
        });

        assertInterruptible(() -> backend.manifest(GO, TAG));
    }

    @Test
    void anInterruptEndsReadingABlob() throws Exception {
        script("PT1H", this::stall);
        InputStream stream = backend.blob(GO, DIGEST).orElseThrow().open();

        FutureTask<List<Object>> reading = new FutureTask<>(() -> {
            try {
                return List.of(stream.readAllBytes());
            } catch (IOException e) {
                return List.of(e, Thread.currentThread().isInterrupted());
            }
        });
        interrupt(reading, 2);

        assertThat(reading.get(1, TimeUnit.SECONDS).get(1)).isEqualTo(true);
    }

    @Test
    void anInterruptEndsWaitingForAPlace() throws Exception {
        registry = new ScriptedRegistry(exchange -> {
            exchange.getResponseHeaders().add("Location", "/upload");
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> answer(exchange, 404, "");
                default -> silence(exchange);
            }
        });
        backend = Backends.at(registry.url(), "timeout", "PT1H", "concurrency", "1");
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = threads.submit(() -> {
                Artifacts.put(backend, CONTENT);
                return null;
            });
            await().until(() -> registry.requests().size() == 2);

            assertInterruptible(() -> {
                Artifacts.put(backend, bytes("another"));
                return null;
            });
            assertThat(first).isNotDone();
        } finally {
            threads.shutdownNow();
        }
        assertThat(registry.requests())
                .extracting(ScriptedRegistry.Request::method)
                .containsOnlyOnce("POST");
    }

    @Test
    void whatPassesIsWaitedFor() throws Exception {
        AtomicInteger refusals = new AtomicInteger(1);
        script("PT10S", exchange -> {
            if (refusals.getAndDecrement() > 0) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                answer(exchange, 429, "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"slow down\"}]}");
            } else {
                answer(exchange, 200, "{\"tags\":[\"a\"]}");
            }
        });
        long start = System.nanoTime();

        assertThat(backend.tags(GO)).isPresent();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void whatTakesTooLongToPassIsNotWaitedFor() throws Exception {
        script("PT5M", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "120");
            answer(exchange, 429, "{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"slow down\"}]}");
        });

        assertEnds(
                Duration.ofSeconds(3),
                () -> backend.tags(GO),
                "responded with 429 'TOOMANYREQUESTS slow down' and asks to wait 120 s");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void whatDoesNotPassIsNotTriedAgain() throws Exception {
        script("PT5S", exchange -> answer(exchange, 400, ""));

        assertEnds(Duration.ofSeconds(3), () -> backend.tags(GO), "responded with 400");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void whatMayPassIsTriedFourTimes() throws Exception {
        script("PT5S", exchange -> answer(exchange, 502, ""));

        assertEnds(Duration.ofSeconds(3), () -> backend.tags(GO), "responded with 502");
        assertThat(registry.requests()).hasSize(4);
    }

    private static void assertEnds(Duration within, ThrowingCallable call, String reason) {
        long start = System.nanoTime();
        assertThatExceptionOfType(OciBackendException.class).isThrownBy(call).withMessageContaining(reason);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(within);
    }

    private void assertInterruptible(Callable<?> call) throws Exception {
        FutureTask<List<Object>> calling = new FutureTask<>(() -> {
            try {
                return List.of(call.call());
            } catch (OciBackendException e) {
                return List.of(e, Thread.currentThread().isInterrupted());
            }
        });
        interrupt(calling, registry.requests().size() + 1);

        List<Object> outcome = calling.get(1, TimeUnit.SECONDS);
        assertThat(outcome.get(0)).isInstanceOf(OciBackendException.class);
        assertThat(((OciBackendException) outcome.get(0)).reason()).isEqualTo("the thread was interrupted");
        assertThat(outcome.get(1)).isEqualTo(true);
    }

    /** Interrupts the task after the given number of requests. */
    private void interrupt(FutureTask<?> task, int requests) {
        Thread thread = new Thread(task);
        thread.start();
        await().until(() -> registry.requests().size() >= requests);
        thread.interrupt();
    }
}
