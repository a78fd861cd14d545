package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The source tree of a plugin, built as Maven builds it: with registry-spi and toolkit only, into a jar. */
final class PluginProject {

    private static final String WHOLE_CLASS_PATH = System.getProperty("java.class.path");

    private final Path root;
    private final Path jar;

    private PluginProject(Path root, Path jar) {
        this.root = root;
        this.jar = jar;
    }

    /** @param jar the name of the jar */
    static PluginProject build(Path root, String jar) throws IOException {
        PluginProject project = new PluginProject(root, root.resolve("target").resolve(jar));
        project.compile("src/main/java", "target/classes", spi());
        project.pack();
        return project;
    }

    Path jar() {
        return jar;
    }

    /** Compiles a test of the project, and runs it with the jar. */
    TestExecutionSummary run(String test) throws Exception {
        compile("src/test/java", "target/test-classes", jar + File.pathSeparator + WHOLE_CLASS_PATH);
        URL[] urls = {
            jar.toUri().toURL(), root.resolve("target/test-classes").toUri().toURL()
        };
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(loader.loadClass(test)))
                                    .build(),
                            summary);
        }
        return summary.getSummary();
    }

    private void compile(String from, String to, String classPath) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Path classes = Files.createDirectories(root.resolve(to));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of(
                                    "--release=17",
                                    "-Xlint:all",
                                    "-Werror",
                                    "-proc:none",
                                    "-cp",
                                    classPath,
                                    "-d",
                                    classes.toString()),
                            null,
                            manager.getJavaFileObjectsFromPaths(files(root.resolve(from))))
                    .call();
            assertThat(compiled).as("%s", messages).isTrue();
        }
    }

    private void pack() throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path directory : List.of(root.resolve("target/classes"), root.resolve("src/main/resources"))) {
                for (Path file : files(directory)) {
                    out.putNextEntry(new ZipEntry(directory.relativize(file).toString()));
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The class path with registry-spi and toolkit that is available to a plugin. */
    private static String spi() {
        return String.join(
                File.pathSeparator, place(StackSource.class), place(DurableFiles.class), place(NullMarked.class));
    }

    private static String place(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).toString();
    }
}
