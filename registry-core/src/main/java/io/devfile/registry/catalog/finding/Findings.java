package io.devfile.registry.catalog.finding;

import io.devfile.registry.catalog.yaml.Position;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the findings of one source. For one thread. */
public final class Findings {

    /**
     * The maximum number of findings that are kept for each severity; more would not help if everything is wrong. The
     * severities are counted separately, so that many warnings do not hide an error.
     */
    static final int LIMIT = 10_000;

    private final String source;
    private final List<Finding> all = new ArrayList<>();
    private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

    public Findings(String source) {
        this.source = source;
    }

    /** Adds an error; the parameters are those of {@link Place} and {@link Finding}. */
    public void error(Rule rule, String file, String pointer, Position at, String message) {
        add(Severity.ERROR, rule, file, pointer, at, message);
    }

    /** Adds a warning; the parameters are those of {@link Place} and {@link Finding}. */
    public void warning(Rule rule, String file, String pointer, Position at, String message) {
        add(Severity.WARNING, rule, file, pointer, at, message);
    }

    /** Adds a finding about a file of this source. */
    public void add(Severity severity, Rule rule, String file, String pointer, Position at, String message) {
        add(new Finding(severity, rule, new Place(source, file, pointer, at), message));
    }

    /** Adds existing findings. */
    public void addAll(List<Finding> findings) {
        findings.forEach(this::add);
    }

    private void add(Finding finding) {
        if (counts.merge(finding.severity(), 1, Integer::sum) <= LIMIT) {
            all.add(finding);
        }
    }

    /** The findings so far, in the order in which they were added. */
    public List<Finding> all() {
        return List.copyOf(all);
    }
}
