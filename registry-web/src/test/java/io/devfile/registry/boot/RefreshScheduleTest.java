package io.devfile.registry.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RefreshScheduleTest {

    private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final Refresher.Outcome DONE = new Refresher.Outcome(Set.of(), true);

    private final RefreshSchedule schedule =
            new RefreshSchedule(Map.of("often", Optional.of(Duration.ofMinutes(5)), "once", Optional.empty()), START);

    private static Refresher.Outcome failed(String source) {
        return new Refresher.Outcome(Set.of(source), true);
    }

    @Test
    void asksAllSourcesAtOnce() {
        assertThat(schedule.due(START)).containsExactlyInAnyOrder("often", "once");
        assertThat(schedule.wait(START)).contains(Duration.ZERO);
    }

    @Test
    void asksAgainAfterTheInterval() {
        schedule.done(Set.of("often", "once"), DONE, START);

        assertThat(schedule.wait(START)).contains(Duration.ofMinutes(5));
        assertThat(schedule.due(START.plusSeconds(299))).isEmpty();
        assertThat(schedule.due(START.plusSeconds(300))).containsExactly("often");
    }

    @Test
    void hasNothingToWaitForWhereNoSourceIsAskedAgain() {
        RefreshSchedule once = new RefreshSchedule(Map.of("once", Optional.empty()), START);
        once.done(Set.of("once"), DONE, START);

        assertThat(once.wait(START)).isEmpty();
    }

    @Test
    void asksAFailingSourceSoonerAndEverLater() {
        schedule.done(Set.of("often"), DONE, START);
        List<Integer> waits = List.of(1, 2, 4, 8, 16, 32, 60, 60);
        for (int wait : waits) {
            schedule.done(Set.of("once"), failed("once"), START);
            assertThat(schedule.wait(START)).contains(Duration.ofSeconds(wait));
        }
        schedule.done(Set.of("once"), DONE, START);
        schedule.done(Set.of("once"), failed("once"), START);
        assertThat(schedule.wait(START)).contains(Duration.ofSeconds(1));
    }

    @Test
    void asksAFailingSourceNoLaterThanAfterItsInterval() {
        RefreshSchedule quick = new RefreshSchedule(Map.of("a", Optional.of(Duration.ofSeconds(3))), START);
        for (int i = 0; i < 5; i++) {
            quick.done(Set.of("a"), failed("a"), START);
        }

        assertThat(quick.wait(START)).contains(Duration.ofSeconds(3));
    }

    @Test
    void triesAgainSoonWhereContentCouldNotBePublished() {
        Refresher.Outcome incomplete = new Refresher.Outcome(Set.of(), false);
        schedule.done(Set.of("often", "once"), incomplete, START);

        assertThat(schedule.wait(START)).contains(Duration.ofSeconds(1));
        assertThat(schedule.due(START.plusSeconds(1))).isEmpty();
        schedule.done(Set.of(), incomplete, START.plusSeconds(1));
        assertThat(schedule.wait(START.plusSeconds(1))).contains(Duration.ofSeconds(2));
        schedule.done(Set.of(), DONE, START.plusSeconds(3));
        assertThat(schedule.wait(START.plusSeconds(3))).contains(Duration.ofSeconds(297));
    }

    @Property
    void neverWaitsForThePastAndSomethingIsDueWhenTheWaitIsOver(
            @ForAll List<Boolean> outcomes, @ForAll List<@LongRange(min = 0, max = 10_000) Long> steps) {
        RefreshSchedule any = new RefreshSchedule(
                Map.of("a", Optional.of(Duration.ofSeconds(7)), "b", Optional.of(Duration.ofDays(1))), START);
        Instant now = START;
        for (int i = 0; i < Math.min(outcomes.size(), steps.size()); i++) {
            now = now.plusSeconds(steps.get(i));
            any.done(any.due(now), outcomes.get(i) ? DONE : failed("a"), now);
            Duration wait = any.wait(now).orElseThrow();
            assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(7));
            assertThat(any.due(now.plus(wait))).isNotEmpty();
        }
    }
}
