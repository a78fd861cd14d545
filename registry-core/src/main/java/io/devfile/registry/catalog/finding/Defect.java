package io.devfile.registry.catalog.finding;

import io.devfile.registry.content.StorageException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what goes wrong with one entry, for an unexpected reason, from costing the others. Only what would go
 * wrong with all of them is passed on: a failing disk, and a virtual machine that cannot go on.
 */
public final class Defect {

    private static final Logger LOG = Logger.getLogger(Defect.class.getName());

    private Defect() {}

    /**
     * What a step gives.
     *
     * @param what is read: "the stack stacks/go"
     * @return empty if it fails, which is logged
     */
    public static <T> Optional<T> contain(String what, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            LOG.log(Level.SEVERE, "Tried to read " + what + ", but met a defect of the registry; it is left out.", e);
            return Optional.empty();
        }
    }

    /** The message of a finding about what was left out. */
    public static String message(String what) {
        return "Tried to read " + what + ", but met a defect of the registry, so it is left out. The log says more."
                + " Change what is unusual in it, and report the defect.";
    }
}
