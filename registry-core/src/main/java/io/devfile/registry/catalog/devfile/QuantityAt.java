package io.devfile.registry.catalog.devfile;

import io.devfile.registry.toolkit.text.SafeText;
import java.util.Optional;

/** Reads quantities out of a devfile. */
final class QuantityAt {

    private QuantityAt() {}

    /** Empty if there is no quantity, or if it is malformed; a malformed quantity is reported. */
    static Optional<Quantity> read(DevfilePart part, String example, Violations report) {
        Optional<String> text = part.expanded().filter(found -> !found.isEmpty());
        Optional<Quantity> quantity = text.flatMap(Quantity::parse);
        if (text.isPresent() && quantity.isEmpty() && text.get().contains("{{")) {
            report.error(
                    part.pointer(),
                    "'" + SafeText.of(text.get())
                            + "' uses a variable that is not defined; add it to the variables, or correct its name.");
        } else if (text.isPresent() && quantity.isEmpty()) {
            report.error(
                    part.pointer(),
                    SafeText.quoted(text.get()) + " is not a quantity; write a number and a Kubernetes unit, such as "
                            + example + ".");
        }
        return quantity;
    }
}
