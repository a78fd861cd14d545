package io.devfile.registry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.query.IndexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeFiltersTest {

    private final Index index = new Index(ExampleEntries.ALL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            minVersion=2.0                   | rust-web[2.10.0 2.9.0], go-cli*[2.0.0]
            minVersion=2.10                  | rust-web[2.10.0]
            minVersion=2.9.1                 | rust-web[2.10.0]
            maxVersion=1.0                   | rust-web[1.0], undecided[0.2.0-rc.1], go-cli*[1.0.0]
            minVersion=0.2&maxVersion=0.2    | ''
            minVersion=0.1&maxVersion=0.2.0  | undecided[0.2.0-rc.1]
            minVersion=1.1&maxVersion=1.1.0  | go-cli[1.1.0]
            minVersion=1.0&minVersion=2.9    | rust-web[2.10.0 2.9.0]
            minVersion=9.0                   | ''
            minVersion=99999999999999999.0   | ''
            maxVersion=99999999999999999.0   | rust-web[2.10.0 2.9.0 1.0], go-cli[1.1.0], undecided[0.2.0-rc.1], go-cli*[2.0.0 1.0.0]
            minVersion=2.0&maxVersion=1.0    | ''
            """)
    void versionsAreComparedAsNumbersAndOthersAreInNoRange(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            minSchemaVersion=2.2                      | rust-web[2.10.0 2.9.0], go-cli[1.1.0], undecided[0.2.0-rc.1]
            maxSchemaVersion=2.1                      | rust-web[1.0]
            minSchemaVersion=2.3                      | ''
            minSchemaVersion=2.2.1&maxSchemaVersion=2.3 | rust-web[2.10.0]
            """)
    void aSchemaVersionWithSuffixIsBelowTheOneWithout(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            minLastModified=2025-05-31                            | rust-web[2.10.0]
            minLastModified=2025-06-01                            | ''
            maxLastModified=2025-05-30                            | rust-web[2.9.0], go-cli[1.1.0]
            minLastModified=2025-01-15&maxLastModified=2025-01-15 | go-cli[1.1.0]
            minLastModified=0001-01-01                            | rust-web[2.10.0 2.9.0], go-cli[1.1.0]
            """)
    void daysAreThoseInUtc(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            tags=nightly&default=true                        | ''
            tags=rust&default=true                           | rust-web[2.9.0]
            tags=web&maxVersion=2.0                          | rust-web[1.0]
            language=rust&commandGroups=build&minVersion=2.10 | rust-web[2.10.0]
            description=nightly&starterProjects=old          | ''
            name=go&deprecated=true&default=false            | go-cli*[2.0.0]
            name=rust&unknown=1                              | rust-web[2.10.0 2.9.0 1.0], rust-demo*
            """)
    void severalFiltersKeepWhatAllOfThemKeep(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    private void assertFinds(String query, String expected) throws Exception {
        assertThat(Queries.summary(index.search(Queries.query(IndexFormat.V2, query))))
                .isEqualTo(expected);
    }
}
