package io.devfile.registry.catalog.finding;

import java.util.ArrayList;
import java.util.List;

/** Collects the findings of one source. For one thread. */
public final class Findings {

    /** The most that are kept; a tree where everything is wrong is described well enough by these. */
    static final int LIMIT = 10_000;

    private final String source;
    private final List<Finding> all = new ArrayList<>();

    public Findings(String source) {
        this.source = source;
    }

    /** Adds an error; the parameters are those of {@link Place} and {@link Finding}. */
    public void error(String file, String pointer, int line, String message) {
        add(Severity.ERROR, file, pointer, line, message);
    }

    /** Adds a warning; the parameters are those of {@link Place} and {@link Finding}. */
    public void warning(String file, String pointer, int line, String message) {
        add(Severity.WARNING, file, pointer, line, message);
    }

    /** Adds a finding about a file of this source. */
    public void add(Severity severity, String file, String pointer, int line, String message) {
        if (all.size() < LIMIT) {
            all.add(new Finding(severity, new Place(source, file, pointer, line), message));
        }
    }

    /** What was added so far, in that order. */
    public List<Finding> all() {
        return List.copyOf(all);
    }
}
