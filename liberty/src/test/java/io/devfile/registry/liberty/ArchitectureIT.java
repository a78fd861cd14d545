package io.devfile.registry.liberty;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks which modules and packages may depend on which. */
class ArchitectureIT {

    private static final String ROOT = "io.devfile.registry.";

    /** In the order in which content flows: each package may use the packages before it. */
    private static final List<String> CORE = List.of(
            "text",
            "measure",
            "settings",
            "plugin",
            "content",
            "fetch",
            "index",
            "remote",
            "catalog",
            "starter",
            "sample",
            "icon",
            "state",
            "bundle",
            "publish",
            "change",
            "event",
            "refresh");

    private static final List<String> WEB =
            List.of("boot", "http", "metrics", "admin", "rest", "distribution", "health", "viewer");

    private static final String TOOLKIT = "io.devfile.registry.toolkit..";
    private static final List<String> PLUGINS = List.of("io.devfile.registry.source..", "io.devfile.registry.oci..");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(Stream.of(
                            "registry-spi",
                            "plugins/source-filesystem",
                            "plugins/source-archive",
                            "plugins/source-git",
                            "plugins/toolkit",
                            "plugins/oci-layout",
                            "plugins/oci-distribution",
                            "registry-core",
                            "registry-web")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @Test
    void theSpiNeedsNothingButJava() {
        classes()
                .that()
                .resideInAPackage("io.devfile.registry.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.devfile.registry.spi..")
                .check(ALL);
    }

    @Test
    void pluginsKnowTheSpiAndTheToolkitAlone() {
        for (String plugin : PLUGINS) {
            noClasses()
                    .that()
                    .resideInAPackage(plugin)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(host())
                    .check(ALL);
        }
        noClasses()
                .that()
                .resideInAPackage(PLUGINS.get(0))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PLUGINS.get(1))
                .check(ALL);
    }

    @Test
    void theToolkitKnowsTheSpiAlone() {
        noClasses()
                .that()
                .resideInAPackage(TOOLKIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(PLUGINS.stream(), Stream.of(host())).toArray(String[]::new))
                .check(ALL);
    }

    @Test
    void theRegistryKnowsNoPlugin() {
        noClasses()
                .that()
                .resideInAnyPackage(host())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PLUGINS.toArray(String[]::new))
                .check(ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.devfile.registry.(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void contentFlowsOneWay() {
        for (int i = 0; i < CORE.size() - 1; i++) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + CORE.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(CORE.subList(i + 1, CORE.size())))
                    .check(ALL);
        }
    }

    @Test
    void theCoreKnowsOfJakartaOnlyJson() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(CORE))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta..").and(not(resideInAPackage("jakarta.json.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        Stream.concat(WEB.stream().map(name -> ROOT + name + ".."), Stream.of("org.eclipse.."))
                                .toArray(String[]::new))
                .check(ALL);
    }

    @Test
    void whatAnswersRequestsStartsNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "rest..", ROOT + "distribution..", ROOT + "health..", ROOT + "http..", ROOT + "admin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "boot..", ROOT + "plugin..")
                .check(ALL);
    }

    @Test
    void pagesStartNothing() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "viewer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "boot..", ROOT + "plugin..", ROOT + "rest..", ROOT + "distribution..")
                .check(ALL);
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    private static String[] host() {
        return packages(Stream.concat(CORE.stream(), WEB.stream()).toList());
    }
}
