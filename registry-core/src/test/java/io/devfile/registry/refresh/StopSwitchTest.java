package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSwitchTest {

    private final StopSwitch stopSwitch = new StopSwitch();
    private final List<String> done = new ArrayList<>();

    @Test
    void doesTheLastThingFirst() {
        assertThat(stopSwitch.add(() -> done.add("first"))).isTrue();
        assertThat(stopSwitch.add(() -> done.add("last"))).isTrue();

        stopSwitch.stop();
        stopSwitch.stop();

        assertThat(done).containsExactly("last", "first");
    }

    @Test
    void doesWhatComesTooLateAtOnceAndSaysSo() {
        stopSwitch.stop();

        assertThat(stopSwitch.add(() -> done.add("late"))).isFalse();
        assertThat(done).containsExactly("late");
    }

    @Test
    void doesTheRestWhereOneThingFails() {
        stopSwitch.add(() -> done.add("first"));
        stopSwitch.add(() -> {
            throw new IllegalStateException("broken");
        });

        stopSwitch.stop();

        assertThat(done).containsExactly("first");
    }
}
