package io.devfile.registry.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/** A line on stderr, on a terminal, while something takes longer than a second. */
final class Progress implements AutoCloseable {

    private final PrintWriter err;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(action -> {
        Thread thread = new Thread(action, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private boolean shown;

    Progress(CommandSpec spec, String what) {
        err = spec.commandLine().getErr();
        // System.console() is not null only if standard input and standard output are a terminal
        if (System.console() != null) {
            long began = System.nanoTime();
            timer.scheduleAtFixedRate(() -> show(what, began), 1, 1, TimeUnit.SECONDS);
        }
    }

    private synchronized void show(String what, long began) {
        err.print("\r" + what + " … " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s");
        err.flush();
        shown = true;
    }

    /** Removes the line. */
    synchronized void end() {
        timer.shutdownNow();
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        end();
    }
}
