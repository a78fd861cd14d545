package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the violations of one devfile. */
final class Violations {

    /** More violations are of no use to a reader, and a malicious devfile could cause a hundred thousand. */
    private static final int MOST = 100;

    private final YamlDocument document;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();
    private Rule rule = Rule.SCHEMA;
    private int leftOut;

    Violations(YamlDocument document) {
        this.document = document;
    }

    /** Findings from now on are about this rule. */
    void checking(Rule next) {
        rule = next;
    }

    void error(String pointer, String message) {
        wrong.add(pointer);
        add(Severity.ERROR, pointer, message);
    }

    void warning(String pointer, String message) {
        add(Severity.WARNING, pointer, message);
    }

    boolean hasErrors() {
        return !wrong.isEmpty();
    }

    boolean hasErrorAt(String pointer) {
        return wrong.contains(pointer);
    }

    private void add(Severity severity, String pointer, String message) {
        if (violations.size() < MOST) {
            violations.add(new Violation(severity, rule, pointer, document.position(pointer), message));
        } else {
            leftOut++;
        }
    }

    /**
     * In the order of the lines. If there are too many, the last one gives the number of violations that are left out.
     */
    List<Violation> violations() {
        List<Violation> sorted = new ArrayList<>(violations);
        sorted.sort(Comparator.comparingInt(violation -> violation.position().line()));
        if (leftOut > 0) {
            Severity severity = hasErrors() ? Severity.ERROR : Severity.WARNING;
            String message =
                    "There are " + leftOut + " more findings, which are not listed; fix the listed findings first.";
            sorted.add(new Violation(severity, Rule.TOO_MANY_FINDINGS, "", document.position(""), message));
        }
        return List.copyOf(sorted);
    }
}
