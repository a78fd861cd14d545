package io.devfile.registry.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ClosestNamesTest {

    private static final List<String> NAMES =
            List.of("go", "java-maven", "java-quarkus", "nodejs", "nodejs-react", "python");

    @Test
    void aTypingMistakeIsFound() {
        assertThat(ClosestNames.to("pyhton", NAMES)).containsExactly("python");
        assertThat(ClosestNames.to("java-mavne", NAMES)).startsWith("java-maven");
    }

    @Test
    void partsOfNamesAreFound() {
        assertThat(ClosestNames.to("java", NAMES)).containsExactly("java-maven", "java-quarkus");
        assertThat(ClosestNames.to("NODEJS", NAMES)).containsExactly("nodejs", "nodejs-react");
    }

    @Test
    void whatHasLittleInCommonIsLeftOut() {
        assertThat(ClosestNames.to("something-else", NAMES)).isEmpty();
    }

    @Test
    void moreThanFiveHelpNobody() {
        assertThat(ClosestNames.to("stack", List.of("stack1", "stack2", "stack3", "stack4", "stack5", "stack6")))
                .hasSize(5);
    }

    @Property
    void editsAreAMetric(
            @ForAll @StringLength(max = 12) String one,
            @ForAll @StringLength(max = 12) String two,
            @ForAll @StringLength(max = 12) String three) {
        assertThat(ClosestNames.edits(one, two)).isEqualTo(ClosestNames.edits(two, one));
        assertThat(ClosestNames.edits(one, one)).isZero();
        assertThat(ClosestNames.edits(one, three))
                .isLessThanOrEqualTo(ClosestNames.edits(one, two) + ClosestNames.edits(two, three));
    }
}
