package io.devfile.registry.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.query.IndexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersV2Test {

    private final Index index = new Index(ExampleEntries.ALL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            name=rust               | rust-web[2.10.0 2.9.0 1.0], rust-demo*
            name=GO-                | go-cli[1.1.0], go-cli*[2.0.0 1.0.0]
            name=rust&name=web      | rust-web[2.10.0 2.9.0 1.0]
            name=nothing            | ''
            displayName=rust web    | rust-web[2.10.0 2.9.0 1.0]
            displayName=  RUST   w  | rust-web[2.10.0 2.9.0 1.0]
            projectType=argo        | rust-web[2.10.0 2.9.0 1.0]
            language=zig            | rolling[latest], undecided[0.2.0-rc.1]
            provider=ferris         | rust-web[2.10.0 2.9.0 1.0]
            supportUrl=help.example | rust-web[2.10.0 2.9.0 1.0]
            """)
    void fieldsOfTheEntryKeepAllItsVersions(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            description=nightly                 | rust-web[2.10.0]
            description=pages                   | rust-web[2.10.0]
            description=web pages               | rust-web[2.10.0 2.9.0 1.0]
            description=nightly&description=web | ''
            iconUri=nightly                     | rust-web[2.10.0]
            iconUri=rust.svg                    | rust-web[2.10.0 2.9.0 1.0]
            gitUrl=git.example                  | go-cli[1.1.0], rust-demo*
            gitRemoteName=upstream              | go-cli[1.1.0]
            gitRemoteName=origin                | rust-demo*
            gitSubDir=app                       | rust-demo*
            gitRevision=two                     | go-cli*[2.0.0]
            gitRevision=o                       | go-cli*[2.0.0 1.0.0]
            """)
    void textOfVersionsGoesBeforeThatOfTheEntry(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            tags=rust                            | rust-web[2.10.0 2.9.0]
            tags=rust&tags=table                 | rust-web[2.9.0]
            tags=web                             | rust-web[2.10.0 2.9.0 1.0]
            tags=web&tags=nightly                | ''
            tags=rust,web                        | ''
            resources=archive                    | rust-web[2.10.0]
            resources=devfile&resources=archive  | rust-web[2.10.0]
            starterProjects=old                  | rust-web[2.9.0]
            attributeNames=TOOL                  | rust-web[2.10.0 2.9.0 1.0]
            attributeNames=alpha&attributeNames=beta | rust-web[2.10.0 2.9.0 1.0]
            attributeNames=level                 | ''
            linkNames=docs                       | rust-web[2.10.0]
            linkNames=self                       | rust-web[2.10.0 2.9.0], go-cli[1.1.0]
            links=rust-web:2.9                   | rust-web[2.9.0]
            gitRemoteNames=origin                | rust-demo*, go-cli*[2.0.0 1.0.0]
            gitRemoteNames=origin&gitRemoteNames=fork | rust-demo*
            gitRemotes=/sample                   | go-cli*[2.0.0 1.0.0]
            commandGroups=build                  | rust-web[2.10.0 2.9.0]
            commandGroups=run                    | rust-web[2.9.0]
            commandGroups=build&commandGroups=deploy | rust-web[2.10.0]
            commandGroups=test                   | rust-demo*
            commandGroups=debug                  | ''
            deploymentScopes=innerloop           | rust-web[2.10.0], rust-demo*
            deploymentScopes=outerloop           | rust-web[2.9.0]
            """)
    void listsContainEachOfTheValues(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            language=rust&arch=amd64            | rust-web[2.10.0 2.9.0 1.0]
            language=rust&arch=arm64            | rust-web[2.9.0 1.0], rust-demo*
            language=rust&arch=amd64&arch=arm64 | rust-web[2.9.0 1.0]
            language=rust&arch=ppc64le          | rust-web[1.0]
            language=go&arch=s390x              | go-cli[1.1.0], go-cli*[2.0.0 1.0.0]
            language=zig&arch=amd64             | rolling[latest], undecided[0.2.0-rc.1]
            """)
    void noArchitecturesMeanAllOfThem(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            deprecated=true                  | go-cli[1.1.0], go-cli*[2.0.0 1.0.0]
            deprecated=false                 | rust-web[2.10.0 2.9.0 1.0], rolling[latest], undecided[0.2.0-rc.1], rust-demo*
            deprecated=false&deprecated=true | ''
            default=true                     | rust-web[2.9.0], go-cli[1.1.0], rolling[latest], go-cli*[1.0.0]
            default=false                    | rust-web[2.10.0 1.0], undecided[0.2.0-rc.1], go-cli*[2.0.0]
            default=true&default=false       | ''
            """)
    void flags(String query, String expected) throws Exception {
        assertFinds(query, expected);
    }

    private void assertFinds(String query, String expected) throws Exception {
        assertThat(Queries.summary(index.search(Queries.query(IndexFormat.V2, query))))
                .isEqualTo(expected);
    }
}
