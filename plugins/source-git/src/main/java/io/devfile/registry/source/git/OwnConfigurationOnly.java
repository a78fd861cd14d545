package io.devfile.registry.source.git;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Isolates JGit from the user that the server runs as: neither the user's nor the system's Git configuration is read,
 * no {@code GIT_} variable is used (one of them names a program to run instead of ssh), and nothing is written to the
 * home directory.
 *
 * <p>JGit has one system reader for all users of the same copy of JGit. This reader delegates everything else, such as
 * time and host name, to the previous reader. Another user of that copy therefore finds an empty configuration, but is
 * otherwise not affected; a copy in another class loader is not affected at all.
 */
final class OwnConfigurationOnly extends SystemReader.Delegate {

    private OwnConfigurationOnly(SystemReader former) {
        super(former);
    }

    /** Installs this reader, unless it is already installed. */
    static synchronized void install() {
        if (!(SystemReader.getInstance() instanceof OwnConfigurationOnly)) {
            SystemReader.setInstance(new OwnConfigurationOnly(SystemReader.getInstance()));
        }
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.startsWith("XDG_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public @Nullable Path getXdgConfigDirectory(FS fs) {
        return null;
    }

    @Override
    public @Nullable Path getXdgCacheDirectory(FS fs) {
        return null;
    }

    /** Configuration that exists only in memory. */
    private static final class Nothing extends FileBasedConfig {

        private static final long COARSE_SECONDS = 2;
        private static final File UNUSED_FILE = new File("unused");

        Nothing(@Nullable Config parent, FS fs) {
            super(parent, UNUSED_FILE, fs);
        }

        @Override
        public void load() {
            // nothing to load
        }

        @Override
        public void save() {
            // kept in memory only
        }

        /**
         * The resolution of file times. Otherwise JGit would measure it, which takes seconds and creates files. The
         * coarsest resolution in use is sufficient: its only effect is that a recently written file is read once more.
         */
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(COARSE_SECONDS, TimeUnit.SECONDS)
                    : otherwise;
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
