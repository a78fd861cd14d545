package io.devfile.registry.catalog.finding;

import io.devfile.registry.content.StorageException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Prevents an unexpected failure with one entry from affecting the other entries. Only failures that would affect all
 * entries are passed on: a failing disk, and a virtual machine that cannot continue.
 */
public final class Defect {

    private static final System.Logger LOG = System.getLogger(Defect.class.getName());

    private Defect() {}

    /**
     * The result of a step.
     *
     * @param what the description of what is read, for example "the stack stacks/go"
     * @return empty if the step fails; the failure is logged
     */
    public static <T> Optional<T> contain(String what, Supplier<T> step) {
        try {
            return Optional.of(step.get());
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            LOG.log(
                    Level.ERROR,
                    "Tried to read " + what + ", but failed because of a defect in the registry; it is left out.",
                    e);
            return Optional.empty();
        }
    }

    /** The message of a finding about content that was left out. */
    public static String message(String what) {
        return "Tried to read " + what
                + ", but failed because of a defect in the registry, so it is left out. See the log for details."
                + " Change its unusual parts, and report the defect.";
    }
}
