package io.devfile.registry.viewer;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.ScrubStatus;
import io.devfile.registry.state.SourceStatus;
import io.devfile.registry.viewer.detail.FindingView;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.Head;
import io.devfile.registry.viewer.page.When;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The status of the registry, for operators who find that a stack is missing.
 *
 * @param problem why the registry could not start, or why the newest content is not served; empty if neither applies
 * @param digest of the served content; empty while there is none
 * @param builtAt when that content was read
 * @param counts the served content, in words; empty while nothing is served
 * @param lastRefresh when the last refresh finished
 * @param backend where artifacts are stored
 * @param findingsText the number of findings, in words
 * @param findingsLeft how many errors are not shown because there are too many
 */
public record StatusPage(
        Head head,
        String problem,
        String digest,
        When builtAt,
        boolean restored,
        String counts,
        When lastRefresh,
        List<Source> sources,
        Backend backend,
        String findingsText,
        List<FindingView> errors,
        List<Group> warnings,
        int findingsLeft) {

    private static final int MAX_FINDINGS = 500;

    /** A source; values that are not known are empty. */
    public record Source(String name, String type, String revision, When lastSuccess, When nextRefresh, boolean fails) {

        static Source of(SourceStatus status) {
            return new Source(
                    status.name(),
                    status.type(),
                    DisplayText.line(status.revision() != null ? status.revision() : ""),
                    When.second(status.lastSuccess()),
                    When.second(status.nextRefresh()),
                    status.lastError() != null);
        }
    }

    /**
     * The backend, which stores the artifacts.
     *
     * @param verified when all stored content was last verified
     * @param damage the damage that was found then, in words; empty if there was none
     */
    public record Backend(boolean up, When verified, String damage) {

        static Backend of(boolean up, @Nullable ScrubStatus scrub) {
            return new Backend(up, When.second(scrub != null ? scrub.at() : null), scrub != null ? damage(scrub) : "");
        }

        private static String damage(ScrubStatus scrub) {
            String found =
                    scrub.damages().isEmpty() ? "" : counted(scrub.damages().size(), "damaged file");
            return found + (scrub.failure() == null ? "" : (found.isEmpty() ? "" : ", ") + "verification failed");
        }
    }

    /**
     * The warnings of one rule.
     *
     * @param count how many there are, of which some may not be shown
     */
    public record Group(String rule, int count, List<FindingView> shown) {

        /** The groups, the largest first. */
        static List<Group> of(List<Finding> findings) {
            Map<String, List<Finding>> byRule = findings.stream()
                    .collect(Collectors.groupingBy(finding -> finding.rule().id(), TreeMap::new, Collectors.toList()));
            int most = MAX_FINDINGS / Math.max(1, byRule.size());
            return byRule.entrySet().stream()
                    .map(rule ->
                            new Group(rule.getKey(), rule.getValue().size(), StatusPage.shown(rule.getValue(), most)))
                    .sorted(Comparator.comparing(Group::count).reversed())
                    .toList();
        }

        /** How many are not shown. */
        public int left() {
            return count - shown.size();
        }
    }

    /** @param backendWorks whether the backend answered when it was last checked */
    static StatusPage of(RegistryStatus status, @Nullable RegistryState state, boolean backendWorks) {
        List<Finding> errors = findings(state, Severity.ERROR);
        List<Finding> warnings = findings(state, Severity.WARNING);
        return new StatusPage(
                new Head(
                        "Status",
                        "The sources of this registry's stacks, and the findings about them.",
                        Addresses.STATUS,
                        false),
                problem(status),
                state != null ? state.digest().toString() : "",
                When.second(state != null ? state.builtAt() : null),
                state != null && state.restored(),
                state != null ? counts(state) : "",
                When.second(status.lastRefresh().orElse(null)),
                status.sources().stream().map(Source::of).toList(),
                Backend.of(backendWorks, status.lastScrub().orElse(null)),
                counted(errors.size(), "error") + ", " + counted(warnings.size(), "warning"),
                shown(errors, MAX_FINDINGS),
                Group.of(warnings),
                Math.max(0, errors.size() - MAX_FINDINGS));
    }

    /** The details of a failure may contain paths and URLs of the operator, so they are not shown publicly. */
    private static String problem(RegistryStatus status) {
        if (status.startFailure().isPresent()) {
            return "The registry could not start. The log and /api/status say why.";
        }
        return status.refreshFailure().isPresent()
                ? "The newest content is not served. The log and /api/status say why."
                : "";
    }

    private static List<FindingView> shown(List<Finding> findings, int most) {
        return findings.stream()
                .limit(most)
                .map(finding -> FindingView.of(finding, true))
                .toList();
    }

    private static List<Finding> findings(@Nullable RegistryState state, Severity severity) {
        return Stream.ofNullable(state)
                .flatMap(one -> one.catalog().findings().stream())
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    private static String counts(RegistryState state) {
        long versions = state.index().entries().stream()
                .mapToLong(entry -> entry.versions().size())
                .sum();
        return counted(entries(state, EntryType.STACK), "stack") + ", "
                + counted(entries(state, EntryType.SAMPLE), "sample") + ", " + counted(versions, "version");
    }

    private static long entries(RegistryState state, EntryType type) {
        return state.index().entries().stream()
                .filter(entry -> entry.type() == type)
                .count();
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
