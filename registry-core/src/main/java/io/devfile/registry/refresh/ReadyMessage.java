package io.devfile.registry.refresh;

import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.state.RegistryState;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the operator, in one line on the console, what is served and where: at the start, and after each change of
 * content.
 */
final class ReadyMessage {

    private static final Logger LOG = Logger.getLogger(ReadyMessage.class.getName());

    private final String address;

    /** @param address the address at which a browser on this machine reaches the registry */
    ReadyMessage(String address) {
        this.address = address;
    }

    void tell(RegistryState next, @Nullable RegistryState before) {
        if (before == null || !before.sources().equals(next.sources())) {
            LOG.log(Console.LEVEL, "Registry ready at " + address + " (" + text(next) + ")");
        }
    }

    private static String text(RegistryState state) {
        return entries(state, EntryType.STACK, "stack") + ", " + entries(state, EntryType.SAMPLE, "sample") + ", "
                + findings(state, Severity.ERROR, "error") + ", " + findings(state, Severity.WARNING, "warning");
    }

    private static String entries(RegistryState state, EntryType type, String what) {
        return counted(
                state.index().entries().stream()
                        .filter(entry -> entry.type() == type)
                        .count(),
                what);
    }

    private static String findings(RegistryState state, Severity severity, String what) {
        return counted(
                state.catalog().findings().stream()
                        .filter(finding -> finding.severity() == severity)
                        .count(),
                what);
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** Between the information level, which the server's console does not show, and the warning level. */
    private static final class Console extends Level {

        static final Level LEVEL = new Console();

        private static final long serialVersionUID = 1L;

        private Console() {
            super("AUDIT", 850);
        }
    }
}
