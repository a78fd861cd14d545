package io.devfile.registry.catalog.devfile;

import static io.devfile.registry.catalog.devfile.Devfiles.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentRulesTest {

    @Test
    void namesAreUnique() {
        assertThat(errors("{name: a, volume: {}}", "{name: a, container: {image: i}}"))
                .containsExactly("/components/1/name Another component above has the name 'a'; rename one of the two.");
    }

    @Test
    void endpointNamesAreUniqueAmongAllComponents() {
        assertThat(errors(
                        container("a", "endpoints: [{name: web, targetPort: 1}]"),
                        "{name: b, kubernetes: {uri: k.yaml, endpoints: [{name: web, targetPort: 1}]}}",
                        "{name: c, openshift: {uri: k.yaml, endpoints: [{name: other, targetPort: 1}]}}"))
                .singleElement()
                .asString()
                .startsWith("/components/1/kubernetes/endpoints/0/name Another endpoint above, in this or another"
                        + " component, has the name 'web'");
    }

    @Test
    void containersDoNotSharePorts() {
        assertThat(errors(
                        container("a", "endpoints: [{name: x, targetPort: 80}, {name: y, targetPort: 80}]"),
                        container("b", "endpoints: [{name: z, targetPort: 80}]")))
                .singleElement()
                .asString()
                .startsWith("/components/1/container/endpoints/0/targetPort The container 'a' already has the"
                        + " targetPort 80");
    }

    @Test
    void aContainerInAPodOfItsOwnHasPortsOfItsOwn() {
        assertThat(errors(
                        container("a", "endpoints: [{name: x, targetPort: 80}]"),
                        container("b", "dedicatedPod: true, endpoints: [{name: z, targetPort: 80}]")))
                .isEmpty();
    }

    @Test
    void mountedVolumesAreThere() {
        assertThat(errors(
                        container("a", "volumeMounts: [{name: disk}, {name: a}, {name: gone}]"),
                        "{name: disk, volume: {}}"))
                .hasSize(2)
                .anySatisfy(error -> assertThat(error).contains("/volumeMounts/1/name", "no volume component 'a'"))
                .anySatisfy(error -> assertThat(error).contains("/volumeMounts/2/name", "no volume component 'gone'"));
    }

    @Test
    void volumesOfAParentMayBeMounted() {
        assertThat(Devfiles.errors(HEAD + "parent: {id: p}\ncomponents:\n  - "
                        + container("a", "volumeMounts: [{name: parents}]")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROJECT_SOURCE", "PROJECTS_ROOT"})
    void reservedEnvironmentVariablesAreNotSet(String name) {
        assertThat(errors(container("a", "env: [{name: OTHER, value: x}, {name: " + name + ", value: x}]")))
                .singleElement()
                .asString()
                .startsWith("/components/0/container/env/1/name The environment variable " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memoryLimit", "memoryRequest", "cpuLimit", "cpuRequest"})
    void resourcesAreQuantities(String key) {
        assertThat(errors(container("a", key + ": 2GiB")))
                .singleElement()
                .asString()
                .startsWith("/components/0/container/" + key + " '2GiB' is not a quantity");
        assertThat(errors(container("a", key + ": 2Gi"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"memoryRequest,1Gi,memoryLimit,1023Mi", "cpuRequest,'1.1',cpuLimit,1000m"})
    void requestsDoNotExceedLimits(String request, String requested, String limit, String allowed) {
        assertThat(errors(container("a", "%s: '%s', %s: '%s'".formatted(request, requested, limit, allowed))))
                .singleElement()
                .asString()
                .contains("/" + request + " The request of " + requested + " is more than the limit of " + allowed);
        assertThat(errors(container("a", "%s: '%s', %s: '%s'".formatted(request, requested, limit, requested))))
                .isEmpty();
        assertThat(errors(container("a", "%s: '%s', %s: '0'".formatted(request, requested, limit))))
                .isEmpty();
    }

    @Test
    void volumeSizesAreQuantities() {
        assertThat(errors("{name: v, volume: {size: big}}", "{name: w, volume: {size: 3Gi}}"))
                .singleElement()
                .asString()
                .startsWith("/components/0/volume/size 'big' is not a quantity");
    }

    @Test
    void quantitiesMayBeVariables() {
        String components = "components:\n  - " + container("a", "memoryLimit: '{{m}}', cpuLimit: '{{c}}'");

        assertThat(Devfiles.errors(HEAD + "variables: {m: 1Gi, c: much}\n" + components))
                .singleElement()
                .asString()
                .contains("'much' is not a quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deployment", "service"})
    void annotationsOfASharedPodAgree(String target) {
        assertThat(errors(
                        container("a", "annotation: {" + target + ": {k/x: '1', same: s}}"),
                        container("b", "annotation: {" + target + ": {k/x: '2', same: s}}"),
                        container("c", "dedicatedPod: true, annotation: {" + target + ": {k/x: '3'}}")))
                .singleElement()
                .asString()
                .startsWith(
                        "/components/1/container/annotation/" + target + "/k~1x The " + target + " annotation 'k/x'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https:// spaced", "%zz", "http://[", ":x"})
    void manifestsHaveValidUris(String uri) {
        assertThat(errors("{name: a, kubernetes: {uri: '" + uri + "'}}", "{name: b, openshift: {uri: '" + uri + "'}}"))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).contains("/uri '" + uri + "' is not a valid URI"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy.yaml", "../my files/deploy.yaml", "https://example.org/a?b=c", "http.yaml", ""})
    void manifestsMayBeAnywhere(String uri) {
        assertThat(errors("{name: a, kubernetes: {uri: '" + uri + "'}}")).isEmpty();
    }

    @Test
    void registriesOfPluginsHaveValidUris() {
        String devfile =
                HEAD.replace("2.3.0", "2.0.0") + "components: [{name: p, plugin: {id: x, registryUrl: 'http://'}}]\n";

        assertThat(Devfiles.errors(devfile)).singleElement().asString().contains("/registryUrl 'http://' is not");
    }

    @ParameterizedTest
    @CsvSource({
        "'remotes: {}',There is no remote",
        "'remotes: {a: u, b: u}',A Dockerfile can have only one remote",
        "'remotes: {a: u}, checkoutFrom: {remote: b}','''b'' is not one of the remotes'"
    })
    void aDockerfileFromGitHasOneRemote(String git, String said) {
        assertThat(errors("{name: a, image: {imageName: i, dockerfile: {git: {" + git + "}}}}"))
                .singleElement()
                .asString()
                .contains(said);
        assertThat(errors("{name: a, image: {imageName: i, dockerfile: {git: {remotes: {a: u}}}}}"))
                .isEmpty();
    }

    private static List<String> errors(String... components) {
        return Devfiles.errors(HEAD + "components:\n  - " + String.join("\n  - ", components) + "\n");
    }

    private static String container(String name, String more) {
        return "{name: " + name + ", container: {image: i, " + more + "}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://my_host/a.yaml", "https://svc_a.ns.svc:8080/a.yaml", "https://e.org/a b.yaml"})
    void manifestsMayBeAtHostsThatOccur(String uri) {
        assertThat(errors("{name: a, kubernetes: {uri: '" + uri + "'}}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "-1", "4294967376", "99999999999999999999"})
    void portsThatThereAreNotAreRefused(String port) {
        assertThat(errors(container("a", "endpoints: [{name: e, targetPort: " + port + "}]")))
                .singleElement()
                .asString()
                .contains("There is no port " + port);
    }

    @Test
    void overridesAreCheckedAsFarAsNoNetworkIsNeeded() {
        assertThat(Devfiles.errors(HEAD + """
                        parent:
                          uri: https://example.org/devfile.yaml
                          components:
                            - name: a
                              container: {memoryLimit: 12Foo, env: [{name: PROJECTS_ROOT, value: x}]}
                        """)).hasSize(2);
    }

    @Test
    void anUndefinedVariableIsNotTakenForABadQuantity() {
        assertThat(errors(container("a", "memoryLimit: '{{memory}}'")))
                .singleElement()
                .asString()
                .contains("uses a variable that is not defined");
    }
}
