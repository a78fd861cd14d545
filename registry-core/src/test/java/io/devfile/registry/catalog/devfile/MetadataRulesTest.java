package io.devfile.registry.catalog.devfile;

import static io.devfile.registry.catalog.devfile.Devfiles.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataRulesTest {

    @Test
    void nothingIsWrongWithCompleteMetadata() {
        assertThat(Devfiles.violations(HEAD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "displayName", "language", "projectType", "version"})
    void whatTheRegistryListsByIsRequired(String key) {
        assertThat(Devfiles.errors(without(key, "")))
                .singleElement()
                .asString()
                .startsWith("/metadata/" + key + " The metadata must have a '" + key + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "displayName", "language", "projectType"})
    void blankIsNotEnough(String key) {
        assertThat(Devfiles.errors(without(key, "  " + key + ": ' '\n"))).hasSize(1);
    }

    @Test
    void aValueOfAnotherTypeIsReportedOnce() {
        assertThat(Devfiles.errors(without("version", "  version: 1.10\n")))
                .containsExactly("/metadata/version This must be text, but is a number; put it in quotes.");
        assertThat(Devfiles.errors("schemaVersion: 2.3.0\nmetadata: 1\n")).hasSize(1);
    }

    @Test
    void allMetadataMayBeMissing() {
        assertThat(Devfiles.violations("schemaVersion: 2.3.0\n"))
                .filteredOn(violation -> violation.severity() == Severity.ERROR)
                .hasSize(5)
                .allSatisfy(violation -> assertThat(violation.position().line()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider", "supportUrl", "architectures"})
    void whatUsersWouldLikeToKnowIsWanted(String key) {
        assertThat(Devfiles.violations(without(key, "")))
                .singleElement()
                .returns(Severity.WARNING, Violation::severity)
                .returns("/metadata/" + key, Violation::pointer)
                .returns(2, violation -> violation.position().line());
    }

    @ParameterizedTest
    @CsvSource({
        "'{innerloop: true, cloud: true}','/cloud ''cloud'' is not a deployment scope'",
        "'{innerloop: yes}',/innerloop A deployment scope must be true or false",
        "'[innerloop]',must be a mapping"
    })
    void deploymentScopesAreTheTwoThatThereAre(String scopes, String said) {
        assertThat(Devfiles.errors(HEAD + "  deploymentScopes: " + scopes + "\n"))
                .singleElement()
                .asString()
                .contains(said);
        assertThat(Devfiles.errors(HEAD + "  deploymentScopes: {innerloop: true, outerloop: false}\n"))
                .isEmpty();
    }

    @Test
    void threeDeploymentScopesAreTooMany() {
        assertThat(Devfiles.errors(HEAD + "  deploymentScopes: {innerloop: true, outerloop: true, third: true}\n"))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).contains("two deployment scopes at most"));
    }

    private static String without(String key, String instead) {
        return HEAD.replaceFirst("  " + key + ":.*\n", instead);
    }
}
