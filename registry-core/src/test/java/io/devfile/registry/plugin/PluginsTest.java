package io.devfile.registry.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.fixture.CapturedLog;
import io.devfile.registry.settings.BackendConfiguration;
import io.devfile.registry.settings.FetchConfiguration;
import io.devfile.registry.settings.RegistryConfiguration;
import io.devfile.registry.settings.SourceConfiguration;
import io.devfile.registry.settings.StarterConfiguration;
import io.devfile.registry.settings.UpkeepConfiguration;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.OciBackendProvider;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void forgetWhatIsOpen() {
        OpenPlugins.NAMES.clear();
    }

    private static SourceConfiguration source(String name, String type, Map<String, String> settings) {
        return new SourceConfiguration(name, type, null, settings);
    }

    private Plugins plugins(Class<?>[] providers, BackendConfiguration backend, SourceConfiguration... sources)
            throws IOException, PluginLoadException {
        PluginDirectory plugins = new PluginDirectory(directory)
                .with(ExamplePlugin.class)
                .provide(StackSourceProvider.class, providers)
                .provide(OciBackendProvider.class, ExamplePlugin.Backends.class);
        return new Plugins(
                new RegistryConfiguration(
                        false,
                        false,
                        directory,
                        List.of(sources),
                        backend,
                        UpkeepConfiguration.DEFAULT,
                        FetchConfiguration.DEFAULT,
                        StarterConfiguration.DEFAULT,
                        false,
                        null),
                plugins.loader());
    }

    private Plugins plugins(SourceConfiguration... sources) throws IOException, PluginLoadException {
        return plugins(
                new Class<?>[] {ExamplePlugin.Sources.class}, new BackendConfiguration("example", Map.of()), sources);
    }

    private Plugins plugins(Class<?>... providers) throws IOException, PluginLoadException {
        return plugins(providers, new BackendConfiguration("example", Map.of()));
    }

    @Test
    void areCalledWithTheirOwnClassLoader() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        ConfiguredSource source =
                plugins(source("a", "example", Map.of())).sources().get(0);

        assertThat(source.source().getClass().getClassLoader()).isInstanceOf(URLClassLoader.class);
        assertThat(source.location()).isEqualTo("example");
        try (Snapshot snapshot = source.fetch()) {
            assertThat(snapshot.revision()).isEqualTo("r1");
            assertThat(snapshot.root()).isEqualTo(Path.of("/"));
            assertThat(snapshot.lastModified(Path.of("a"))).isEmpty();
        }
        source.close();
        assertThat(OpenPlugins.NAMES).isEmpty();
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void areCalledWithTheirOwnClassLoaderAsBackends() throws Exception {
        OciBackend backend = plugins(source("a", "example", Map.of())).backend(false);

        assertThat(backend.resolve(new RepositoryName("a"), new Tag("1"))).isEmpty();
        assertThatThrownBy(backend::probe).isInstanceOf(OciBackendException.class);
        backend.close();
        assertThat(OpenPlugins.NAMES).isEmpty();
    }

    @Test
    void areNamedWhereOneIsNotKnown() throws Exception {
        Plugins plugins = plugins(source("a", "gti", Map.of()));

        assertThatThrownBy(plugins::sources)
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("registry.source.a.type")
                .hasMessageContaining("'gti'")
                .hasMessageContaining("Use one of: example");
    }

    @Test
    void areNotUsedTogetherWhereTwoHaveOneType() {
        assertThatThrownBy(() -> plugins(ExamplePlugin.Sources.class, ExamplePlugin.SameType.class))
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining(ExamplePlugin.Sources.class.getName())
                .hasMessageContaining(ExamplePlugin.SameType.class.getName());
    }

    @Test
    void areNotUsedWhereATypeIsNoWord() {
        assertThatThrownBy(() -> plugins(ExamplePlugin.BadType.class))
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("'Bad Type'")
                .hasMessageContaining(ExamplePlugin.BadType.class.getName());
    }

    @Test
    void areNotUsedWhereOneIsBroken() throws IOException {
        PluginDirectory missing =
                new PluginDirectory(directory).provide(StackSourceProvider.class, List.of("org.example.Missing"));
        RegistryConfiguration none = new RegistryConfiguration(
                false,
                false,
                directory,
                List.of(),
                new BackendConfiguration("example", Map.of()),
                UpkeepConfiguration.DEFAULT,
                FetchConfiguration.DEFAULT,
                StarterConfiguration.DEFAULT,
                false,
                null);

        assertThatThrownBy(() -> new Plugins(none, missing.loader()))
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("org.example.Missing");
        assertThatThrownBy(() -> plugins(ExamplePlugin.Throwing.class))
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("no type today");
    }

    @Test
    void ofAnotherVersionOfTheSpiAreNamedSo() {
        assertThatThrownBy(() -> plugins(ExamplePlugin.OfAnotherVersion.class))
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("it is not compatible with registry-spi")
                .hasMessageContaining("PluginContext.future()");
    }

    @Test
    void areClosedWhereASettingIsNotKnown() throws Exception {
        Plugins plugins = plugins(
                new Class<?>[] {ExamplePlugin.Sources.class},
                new BackendConfiguration("example", Map.of("pth", "x")),
                source("a", "example", Map.of()),
                source("b", "example", Map.of("brocken", "true")));

        assertThatThrownBy(plugins::sources)
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.source.b.brocken")
                .hasMessageContaining("broken");
        assertThatThrownBy(() -> plugins.backend(false))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.oci.pth");
        assertThat(OpenPlugins.NAMES).isEmpty();
    }

    @Test
    void areClosedWhereAnotherOneFailsAgainstItsContract() throws Exception {
        Plugins plugins = plugins(source("a", "example", Map.of()), source("b", "example", Map.of("defect", "true")));

        assertThatThrownBy(plugins::sources)
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("a defect in create");
        assertThat(OpenPlugins.NAMES).isEmpty();
    }

    @Test
    void areReportedLikeFailingSourcesWhenTheyBreakInAFetch() throws Exception {
        ConfiguredSource source = plugins(source("a", "example", Map.of("broken", "true")))
                .sources()
                .get(0);

        assertThatThrownBy(source::fetch)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("fetch the source a")
                .hasMessageContaining("NoClassDefFoundError");
    }

    @Test
    void areLoggedInOneLineWithTheirJars() throws Exception {
        try (CapturedLog log = new CapturedLog(PluginLoader.class.getName())) {
            assertThatCode(() -> plugins(source("a", "example", Map.of()))).doesNotThrowAnyException();

            assertThat(log.messages(Level.INFO))
                    .containsExactly(
                            "Found as stack source: example (" + directory.getFileName() + ")",
                            "Found as OCI backend: example (" + directory.getFileName() + ")");
        }
    }
}
