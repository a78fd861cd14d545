package io.devfile.registry.source.git;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.jspecify.annotations.Nullable;

/**
 * Controls one fetch: one thread works, another one may stop it. Stopping cancels the work of JGit between two objects,
 * and closes the open connections, so that the work no longer waits for a server.
 */
final class FetchControl implements ProgressMonitor {

    /** JGit needs about 100 bytes of memory for each object that it receives. */
    static final int MAXIMUM_OBJECTS = 1_000_000;

    /** Closes a connection, even while another thread uses it; the call may have to wait for that thread. */
    interface Closer {
        void close() throws IOException;
    }

    /**
     * Why the fetch was stopped.
     *
     * @param reason continuing the word "but"
     */
    record Refusal(String reason, String remedy) {}

    private static final System.Logger LOG = System.getLogger(FetchControl.class.getName());

    private final List<Closer> connections = new ArrayList<>();
    private volatile long heard = System.nanoTime();
    private volatile boolean local;
    private volatile boolean stopped;
    private volatile @Nullable Refusal refusal;

    /** Why the fetch was stopped, if the reason was not an interrupt. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Records activity of the server. */
    void recordActivity() {
        heard = System.nanoTime();
    }

    /** From now on, no data is expected from the server. */
    void workLocally() {
        local = true;
    }

    /** From now on, data is expected from the server. */
    void expectData() {
        recordActivity();
        local = false;
    }

    /** The time since the last activity of the server; zero if no data is expected. */
    Duration silence() {
        return local ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - heard);
    }

    void refuse(String reason, String remedy) {
        refusal = new Refusal(reason, remedy);
        stop();
    }

    void stop() {
        stopped = true;
        List<Closer> open;
        synchronized (connections) {
            open = List.copyOf(connections);
            connections.clear();
        }
        if (!open.isEmpty()) {
            Thread closing = new Thread(() -> open.forEach(FetchControl::close), "git-close");
            closing.setDaemon(true);
            closing.start();
        }
    }

    private static void close(Closer connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A connection could not be closed", e);
        }
    }

    /** Registers a connection that is closed when the fetch is stopped, or at once if it is already stopped. */
    void closeWhenStopped(Closer connection) {
        recordActivity();
        synchronized (connections) {
            if (!stopped) {
                connections.add(connection);
                return;
            }
        }
        close(connection);
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    @Override
    public void beginTask(String title, int objects) {
        recordActivity();
        boolean tooMany = objects < 0 || objects > MAXIMUM_OBJECTS;
        if (tooMany && title.equals(JGitText.get().receivingObjects)) {
            refuse(
                    "the server sends more than " + MAXIMUM_OBJECTS + " objects",
                    "Set depth to leave out old history, or use a smaller repository.");
        }
    }

    @Override
    public void start(int tasks) {
        recordActivity();
    }

    @Override
    public void update(int completed) {
        recordActivity();
    }

    @Override
    public void endTask() {
        recordActivity();
    }

    @Override
    public void showDuration(boolean enabled) {
        // durations are not displayed
    }
}
