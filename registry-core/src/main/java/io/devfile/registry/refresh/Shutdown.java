package io.devfile.registry.refresh;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The actions to run at the stop, in reverse order; also works if a start is still in progress at the stop. If one
 * action fails, the others still run.
 */
final class Shutdown {

    private static final System.Logger LOG = System.getLogger(Shutdown.class.getName());

    private final Deque<Runnable> actions = new ArrayDeque<>();
    private boolean stopped;

    /**
     * Adds an action to run at the stop. If the registry is already stopped, the action runs now.
     *
     * @return whether to continue
     */
    synchronized boolean add(Runnable action) {
        if (stopped) {
            run(action);
        } else {
            actions.push(action);
        }
        return !stopped;
    }

    synchronized void stop() {
        stopped = true;
        while (!actions.isEmpty()) {
            run(actions.pop());
        }
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "A resource could not be closed during the shutdown.", e);
        }
    }
}
