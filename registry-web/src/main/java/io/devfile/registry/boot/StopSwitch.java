package io.devfile.registry.boot;

import java.util.ArrayDeque;
import java.util.Deque;

/** What to do at the end, last things first; also for a start that is still under way when the end comes. */
final class StopSwitch {

    private final Deque<Runnable> actions = new ArrayDeque<>();
    private boolean stopped;

    /**
     * Takes note of what to do at the end. Where the end has come already it is done now.
     *
     * @return whether to go on
     */
    synchronized boolean add(Runnable action) {
        if (stopped) {
            action.run();
        } else {
            actions.push(action);
        }
        return !stopped;
    }

    synchronized void stop() {
        stopped = true;
        while (!actions.isEmpty()) {
            actions.pop().run();
        }
    }
}
