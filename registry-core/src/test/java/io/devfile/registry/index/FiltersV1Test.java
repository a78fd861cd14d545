package io.devfile.registry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.query.IndexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersV1Test {

    private final Index index = new Index(ExampleEntries.ALL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            name=rust                           | rust-web, rust-demo*
            displayName=rust web                | rust-web
            projectType=cargo                   | rust-web
            language=zig                        | rolling
            provider=ferris                     | rust-web
            supportUrl=help                     | rust-web
            description=pages                   | rust-web
            description=nightly                 | ''
            iconUri=rust                        | rust-web
            iconUri=nightly                     | ''
            gitUrl=git.example/go               | ''
            gitUrl=demo                         | rust-demo*
            gitRemoteName=origin                | rust-demo*
            gitSubDir=app                       | rust-demo*
            gitRevision=one                     | go-cli*
            gitRevision=two                     | ''
            tags=stable                         | rust-web
            tags=web                            | ''
            tags=deprecated                     | go-cli
            resources=devfile                   | rust-web
            resources=archive                   | ''
            starterProjects=old&starterProjects=hello | rust-web
            arch=amd64                          | rust-web, rolling, go-cli*
            arch=s390x                          | go-cli, rolling, go-cli*
            attributeNames=alpha                | rust-web
            linkNames=self                      | rust-web, go-cli
            linkNames=docs                      | ''
            links=2.9.0                         | rust-web
            gitRemoteNames=fork                 | rust-demo*
            gitRemotes=sample                   | go-cli*
            deprecated=true                     | go-cli, go-cli*
            deprecated=false                    | rust-web, rolling, rust-demo*
            language=go&deprecated=true&arch=amd64 | go-cli*
            """)
    void filtersLookAtTheFoldedEntry(String query, String expected) throws Exception {
        assertThat(Queries.summary(index.search(Queries.query(IndexFormat.V1, query))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commandGroups=compile",
                "deploymentScopes=",
                "minVersion=abc",
                "maxVersion=0.1",
                "minSchemaVersion=9.9",
                "maxLastModified=never",
                "default=false"
            })
    void whatIsAboutVersionsIsNoParameterOfThisFormat(String query) throws Exception {
        assertThat(index.search(Queries.query(IndexFormat.V1, query))).isEqualTo(index.foldedEntries());
    }
}
