package io.devfile.registry.liberty;

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

/** Which module and package may know which. */
class ArchitectureIT {

    private static final String WEB = "io.devfile.registry.";
    private static final List<String> PLUGINS = List.of("io.devfile.registry.source..", "io.devfile.registry.oci..");

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPaths(Stream.of(
                            "registry-spi",
                            "plugins/source-filesystem",
                            "plugins/source-archive",
                            "plugins/source-git",
                            "plugins/oci-json",
                            "plugins/oci-layout",
                            "plugins/oci-distribution",
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
                .resideInAnyPackage("java..", "javax.net.ssl..", "org.jspecify..", "io.devfile.registry.spi..")
                .check(ALL);
    }

    @Test
    void pluginsKnowTheSpiAlone() {
        for (String plugin : PLUGINS) {
            noClasses()
                    .that()
                    .resideInAPackage(plugin)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(web())
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
    void theWebModuleKnowsNoPlugin() {
        noClasses()
                .that()
                .resideInAnyPackage(web())
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
        List<String> order = List.of(
                "config", "plugin", "content", "fetch", "index", "remote", "catalog", "starter", "sample", "icon",
                "state", "bundle", "publish", "boot");
        for (int i = 0; i < order.size(); i++) {
            String[] later = order.subList(i + 1, order.size()).stream()
                    .map(name -> WEB + name + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(WEB + order.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .check(ALL);
            }
        }
    }

    @Test
    void whatAnswersRequestsStartsNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        WEB + "rest..", WEB + "distribution..", WEB + "health..", WEB + "http..", WEB + "admin..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB + "boot..", WEB + "plugin..", WEB + "config..")
                .check(ALL);
    }

    @Test
    void pagesStartNothing() {
        noClasses()
                .that()
                .resideInAPackage(WEB + "viewer..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(WEB + "boot..", WEB + "plugin..", WEB + "rest..", WEB + "distribution..")
                .check(ALL);
    }

    private static String[] web() {
        return Stream.of(
                        "config",
                        "plugin",
                        "text",
                        "content",
                        "fetch",
                        "remote",
                        "catalog",
                        "starter",
                        "sample",
                        "icon",
                        "index",
                        "state",
                        "bundle",
                        "publish",
                        "boot",
                        "http",
                        "admin",
                        "rest",
                        "distribution",
                        "health",
                        "viewer")
                .map(name -> WEB + name + "..")
                .toArray(String[]::new);
    }
}
