package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Permits one writer per repository. Repositories share a fixed number of locks, so that their number does not matter.
 */
final class RepositoryLocks {

    private static final int COUNT = 64;

    private final ReentrantLock[] locks = new ReentrantLock[COUNT];

    RepositoryLocks() {
        for (int i = 0; i < COUNT; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    @FunctionalInterface
    interface Step<T> {
        T run() throws OciBackendException;
    }

    /** Runs a step while no other thread changes the repository; the wait can be interrupted. */
    <T> T writing(RepositoryName repository, Attempt attempt, Step<T> step) throws OciBackendException {
        ReentrantLock lock = locks[Math.floorMod(repository.hashCode(), COUNT)];
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw attempt.interrupted(e);
        }
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all steps that have begun are complete. */
    void drain() {
        for (ReentrantLock lock : locks) {
            lock.lock();
            lock.unlock();
        }
    }
}
