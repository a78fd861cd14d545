package io.devfile.registry.catalog.devfile;

import static io.devfile.registry.catalog.devfile.Devfiles.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectRulesTest {

    @ParameterizedTest
    @CsvSource({
        "'remotes: {}',There is no remote",
        "'remotes: {a: u, b: u}, checkoutFrom: {remote: a}',A starter project can have only one remote",
        "'remotes: {a: u}, checkoutFrom: {remote: b}','''b'' is not one of the remotes'"
    })
    void aStarterProjectHasOneRemote(String git, String said) {
        assertThat(Devfiles.errors(HEAD + "starterProjects: [{name: s, git: {" + git + "}}]"))
                .singleElement()
                .asString()
                .startsWith("/starterProjects/0/git/")
                .contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "'remotes: {}',There is no remote",
        "'remotes: {a: u, b: u}',There are 2 remotes",
        "'remotes: {a: u, b: u}, checkoutFrom: {revision: main}',There are 2 remotes",
        "'remotes: {a: u, b: u}, checkoutFrom: {remote: c}','''c'' is not one of the remotes'"
    })
    void aProjectSaysWhichRemoteItIsCheckedOutFrom(String git, String said) {
        for (String list : new String[] {"projects", "dependentProjects"}) {
            assertThat(Devfiles.errors(HEAD + list + ": [{name: p, git: {" + git + "}}]"))
                    .singleElement()
                    .asString()
                    .startsWith("/" + list + "/0/git/")
                    .contains(said);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git: {remotes: {a: u}}",
                "git: {remotes: {a: u}, checkoutFrom: {remote: a, revision: main}}",
                "git: {remotes: {a: u, b: u}, checkoutFrom: {remote: b}}",
                "zip: {location: u}"
            })
    void otherProjectsAreFine(String source) {
        assertThat(Devfiles.errors(HEAD + "projects: [{name: p, " + source + "}]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "starterProjects", "dependentProjects"})
    void aSecondProjectOfTheSameNameIsPointedOut(String list) {
        String projects = list + ": [{name: p, zip: {location: u}}, {name: p, zip: {location: v}}]";

        assertThat(Devfiles.warnings(HEAD + projects))
                .singleElement()
                .asString()
                .startsWith("/" + list + "/1/name 'p' is already the name");
    }

    @Test
    void aParentMayKnowWhichRemoteItIs() {
        String project = "projects: [{name: p, git: {remotes: {a: u, b: u}, checkoutFrom: {remote: '{{from}}'}}}]\n";

        assertThat(Devfiles.errors(HEAD + "parent: {id: p}\n" + project)).isEmpty();
        assertThat(Devfiles.errors(HEAD + "variables: {from: b}\n" + project)).isEmpty();
        assertThat(Devfiles.errors(HEAD + project)).singleElement().asString().contains("'{{from}}' is not one");
    }

    @Test
    void gitHubIsGit() {
        String devfile = HEAD.replace("2.3.0", "2.0.0");

        assertThat(Devfiles.errors(devfile + "starterProjects: [{name: s, github: {remotes: {a: u, b: u}}}]"))
                .hasSize(1);
        assertThat(Devfiles.errors(devfile + "projects: [{name: s, github: {remotes: {a: u, b: u}}}]"))
                .hasSize(1);
    }
}
