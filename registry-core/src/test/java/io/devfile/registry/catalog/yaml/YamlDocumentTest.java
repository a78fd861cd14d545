package io.devfile.registry.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDocumentTest {

    private static final String YAML = """
            # a comment

            base: &base
              shared: 1
            list:
              - first
              -
                a/b: 2
                m~n: 3
            merged:
              <<: *base
              own: 4
            flow: {x: [1,
              2]}
            """;

    @ParameterizedTest
    @CsvSource({
        "'',3",
        "/base,3",
        "/base/shared,4",
        "/list,5",
        "/list/0,6",
        "/list/1,8",
        "/list/1/a~1b,8",
        "/list/1/m~0n,9",
        "/merged/own,12",
        "/merged/shared,4",
        "/flow/x/0,13",
        "/flow/x/1,14"
    })
    void linesAreThoseOfKeysAndItems(String pointer, int line) throws YamlReadException {
        assertThat(document().position(pointer).line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere,3",
        "/list/2,5",
        "/list/01x,5",
        "/list/-1,5",
        "/list/99999999999,5",
        "/base/shared/deeper/still,4",
        "/,3"
    })
    void whatDoesNotExistIsOnTheLineOfWhatIsAroundIt(String pointer, int line) throws YamlReadException {
        assertThat(document().position(pointer).line()).isEqualTo(line);
    }

    @Test
    void columnsAreThoseOfKeysAndItems() throws YamlReadException {
        YamlDocument flow = new YamlReader().read("a: {bc: [1, 22]}".getBytes(StandardCharsets.UTF_8));

        assertThat(flow.position("/a/bc")).isEqualTo(new Position(1, 5));
        assertThat(flow.position("/a/bc/1")).isEqualTo(new Position(1, 13));
    }

    @Test
    void aDocumentThatIsNoMappingHasNone() throws YamlReadException {
        assertThat(new YamlReader().read("[1]".getBytes(StandardCharsets.UTF_8)).mapping())
                .isEmpty();
    }

    private static YamlDocument document() throws YamlReadException {
        return new YamlReader().read(YAML.getBytes(StandardCharsets.UTF_8));
    }
}
