package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final Shutdown shutdown = new Shutdown();
    private final List<String> done = new ArrayList<>();

    @Test
    void doesTheLastThingFirst() {
        assertThat(shutdown.add(() -> done.add("first"))).isTrue();
        assertThat(shutdown.add(() -> done.add("last"))).isTrue();

        shutdown.stop();
        shutdown.stop();

        assertThat(done).containsExactly("last", "first");
    }

    @Test
    void doesWhatComesTooLateAtOnceAndSaysSo() {
        shutdown.stop();

        assertThat(shutdown.add(() -> done.add("late"))).isFalse();
        assertThat(done).containsExactly("late");
    }

    @Test
    void doesTheRestWhereOneThingFails() {
        shutdown.add(() -> done.add("first"));
        shutdown.add(() -> {
            throw new IllegalStateException("broken");
        });

        shutdown.stop();

        assertThat(done).containsExactly("first");
    }
}
