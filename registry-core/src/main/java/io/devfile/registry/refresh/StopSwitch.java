package io.devfile.registry.refresh;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What to do at the end, last things first; also for a start that is still under way when the end comes. One thing that
 * fails does not keep the others from being done.
 */
final class StopSwitch {

    private static final Logger LOG = Logger.getLogger(StopSwitch.class.getName());

    private final Deque<Runnable> actions = new ArrayDeque<>();
    private boolean stopped;

    /**
     * Takes note of what to do at the end. Where the end has come already it is done now.
     *
     * @return whether to go on
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
            LOG.log(Level.WARNING, "Something could not be closed at the end.", e);
        }
    }
}
