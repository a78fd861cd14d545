package io.devfile.registry.catalog.devfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DevfileValidatorPropertyTest {

    private static final String DEVFILE = Devfiles.HEAD + """
            variables: {size: 1Gi}
            components:
              - name: box
                container:
                  image: i
                  memoryLimit: 2Gi
                  cpuRequest: 100m
                  env: [{name: A, value: b}]
                  annotation: {deployment: {a: b}}
                  endpoints: [{name: web, targetPort: 8080}]
                  volumeMounts: [{name: disk, path: /d}]
              - {name: disk, volume: {size: '{{size}}'}}
              - {name: kube, kubernetes: {uri: k.yaml, endpoints: [{name: e, targetPort: 1}]}}
              - {name: pic, image: {imageName: i, dockerfile: {git: {remotes: {o: u}}}}}
            commands:
              - {id: one, exec: {commandLine: x, component: box, group: {kind: run, isDefault: true}}}
              - {id: two, apply: {component: kube}}
              - {id: all, composite: {commands: [one], parallel: true}}
            events: {preStart: [two], preStop: [all]}
            projects: [{name: p, git: {remotes: {a: u, b: u}, checkoutFrom: {remote: a}}}]
            starterProjects: [{name: s, git: {remotes: {a: u}}}]
            """;

    private static final Map<?, ?> VALID = Devfiles.read(DEVFILE).mapping().orElseThrow();

    @Property(tries = 1000)
    void whateverIsChangedInADevfileItIsJudged(@ForAll long seed) {
        Random random = new Random(seed);
        Object mutant = VALID;
        for (int i = 0; i <= random.nextInt(4); i++) {
            mutant = mutate(mutant, random);
        }
        YamlDocument document = Devfiles.read(flow(mutant));

        assertThat(Devfiles.VALIDATOR.validate(document)).allSatisfy(violation -> {
            assertThat(violation.position().line()).isPositive();
            assertThat(violation.message()).endsWith(".").doesNotContain("null", "\n");
        });
        if (document.value() instanceof Map<?, ?> map) {
            Devfile devfile = Devfile.of(cast(map));
            DevfileRules.SPECIFICATION.forEach(rule -> rule.run(devfile, new Violations(document)));
        }
    }

    @Property(tries = 1)
    void theDevfileThatIsChangedIsValid() {
        assertThat(Devfiles.violations(flow(VALID))).isEmpty();
    }

    private static Object mutate(Object value, Random random) {
        if (random.nextInt(12) == 0) {
            return anything(random);
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, Object> changed = new LinkedHashMap<>();
            int chosen = random.nextInt(map.size());
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                changed.put(
                        (String) entry.getKey(), chosen-- == 0 ? mutate(entry.getValue(), random) : entry.getValue());
            }
            if (random.nextInt(20) == 0) {
                changed.remove(changed.keySet().iterator().next());
            }
            return changed;
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            List<Object> changed = new ArrayList<>(list);
            int chosen = random.nextInt(list.size());
            changed.set(chosen, mutate(list.get(chosen), random));
            changed.add(list.get(chosen));
            return changed;
        }
        return anything(random);
    }

    private static Object anything(Random random) {
        List<Object> choices = List.of(
                "",
                "x",
                "{{size}}",
                "{{x}}",
                "1Gi",
                "http://",
                0,
                -1,
                1L << 40,
                1.5,
                true,
                List.of(),
                List.of(1, "one"),
                Map.of(),
                Map.of("a", "b"),
                Map.of("name", 1),
                List.of(Map.of("name", "web")),
                "one",
                "all",
                "box");
        return choices.get(random.nextInt(choices.size()));
    }

    /** JSON is YAML. */
    private static String flow(Object value) {
        return JsonNodes.of(value).toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
