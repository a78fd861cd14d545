package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.file.TreeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Stops a fetch that transfers more than is allowed, or nothing for too long. Connections have their own timeouts; this
 * watch covers other cases, such as an ssh server that does not identify itself.
 */
final class TransferWatch implements FetchThread.Watch {

    private static final int LOOKS_BETWEEN_MEASUREMENTS = 10;
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Path repository;
    private final GitSource.Specification specification;
    private final FetchControl control;
    private final long allowed;
    private long measured;
    private int looks;

    TransferWatch(Path repository, GitSource.Specification specification, FetchControl control) {
        this.repository = repository;
        this.specification = specification;
        this.control = control;
        this.measured = measure();
        this.allowed = measured + specification.limits().totalBytes();
    }

    @Override
    public void look() {
        if (++looks % LOOKS_BETWEEN_MEASUREMENTS == 0) {
            long bytes = measure();
            if (bytes != measured) {
                control.recordActivity();
            }
            measured = bytes;
        }
        if (measured > allowed) {
            control.refuse(
                    "the server sends more than " + specification.limits().totalBytes() + " bytes",
                    "Set depth to leave out old history, or increase " + TreeLimits.MAX_SIZE + ".");
        }
        GitAccess access = specification.access();
        if (control.silence().minus(MARGIN).compareTo(access.timeout()) > 0) {
            control.refuse(
                    "the server has been silent for " + access.timeoutSeconds() + " s",
                    "Check that it responds, or increase timeout.");
        }
    }

    private long measure() {
        try {
            return LocalRepository.bytes(repository);
        } catch (IOException | UncheckedIOException e) {
            return 0; // the repository does not exist yet, or is being created again
        }
    }
}
