package io.devfile.registry.plugin;

import io.devfile.registry.fixture.MemoryBackend;
import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.OciBackendProvider;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Plugins that fail if they are not called with their own class loader. */
public final class ExamplePlugin {

    private ExamplePlugin() {}

    static void check() {
        if (Thread.currentThread().getContextClassLoader() != ExamplePlugin.class.getClassLoader()) {
            throw new IllegalStateException("called with another context class loader");
        }
    }

    public static final class Sources implements StackSourceProvider {
        @Override
        public String type() {
            check();
            return "example";
        }

        @Override
        public StackSource create(PluginContext context) throws SettingException {
            check();
            if (context.settings().flag("defect").orElse(false)) {
                throw new IllegalStateException("a defect in create");
            }
            boolean broken = context.settings().flag("broken").orElse(false);
            OpenPlugins.NAMES.add(context.name());
            return new StackSource() {
                @Override
                public String location() {
                    check();
                    return "example";
                }

                @Override
                public Snapshot fetch() {
                    check();
                    if (broken) {
                        throw new NoClassDefFoundError("org/example/Missing");
                    }
                    return new Checked();
                }

                @Override
                public void close() {
                    check();
                    OpenPlugins.NAMES.remove(context.name());
                }
            };
        }
    }

    static final class Checked implements Snapshot {
        @Override
        public Path root() {
            check();
            return Path.of("/");
        }

        @Override
        public String revision() {
            check();
            return "r1";
        }

        @Override
        public Optional<Instant> lastModified(Path directory) {
            check();
            return Optional.empty();
        }

        @Override
        public void close() {
            check();
        }
    }

    public static final class SameType implements StackSourceProvider {
        @Override
        public String type() {
            return "example";
        }

        @Override
        public StackSource create(PluginContext context) {
            throw new UnsupportedOperationException();
        }
    }

    public static final class BadType implements StackSourceProvider {
        @Override
        public String type() {
            return "Bad Type";
        }

        @Override
        public StackSource create(PluginContext context) {
            throw new UnsupportedOperationException();
        }
    }

    /** A provider that was compiled with another version of the SPI. */
    public static final class OfAnotherVersion implements StackSourceProvider {
        @Override
        public String type() {
            throw new NoSuchMethodError("PluginContext.future()");
        }

        @Override
        public StackSource create(PluginContext context) {
            throw new AssertionError("its type is not known");
        }
    }

    public static final class Throwing implements StackSourceProvider {
        @Override
        public String type() {
            throw new IllegalStateException("no type today");
        }

        @Override
        public StackSource create(PluginContext context) {
            throw new UnsupportedOperationException();
        }
    }

    public static final class Backends implements OciBackendProvider {
        @Override
        public String type() {
            return "example";
        }

        @Override
        public OciBackend create(PluginContext context) {
            check();
            context.settings().text("path");
            OpenPlugins.NAMES.add(context.name());
            MemoryBackend memory = new MemoryBackend();
            return (OciBackend) Proxy.newProxyInstance(
                    ExamplePlugin.class.getClassLoader(),
                    new Class<?>[] {OciBackend.class},
                    (proxy, method, arguments) -> {
                        check();
                        if (method.getName().equals("close")) {
                            OpenPlugins.NAMES.remove(context.name());
                            return null;
                        }
                        if (method.getName().equals("probe")) {
                            throw new OciBackendException("probe", "the test wants it so", "Wait.");
                        }
                        return memory.resolve((RepositoryName) arguments[0], (Reference) arguments[1])
                                .map(Descriptor::digest);
                    });
        }
    }
}
