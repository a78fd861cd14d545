package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.spi.source.StackSourceProvider;
import io.devfile.registry.toolkit.file.Subdirectory;
import io.devfile.registry.toolkit.file.TreeLimits;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jgit.lib.Repository;

/**
 * Type {@code git}: the tree of a commit.
 *
 * <p>Settings: {@code url}; {@code ref}, a branch, a tag or a full commit, by default the default branch;
 * {@code subdir}, the directory that is the root of the tree; {@code depth}, how many commits of history are fetched;
 * {@code max-entries} and {@code max-size}; {@code username} with {@code password}, or {@code token}; {@code ssh-key},
 * {@code ssh-key-passphrase} and {@code known-hosts}; each secret also with {@code -file}; {@code ca}; {@code proxy};
 * {@code timeout}, how long to wait for a response or the next part of it.
 */
public final class GitSourceProvider implements StackSourceProvider {

    /**
     * For a damaged clone, JGit logs the same message with a stack trace thousands of times, although this plugin makes
     * a new clone and reports that. The logger is kept here, because a logger without a strong reference loses its
     * level.
     */
    private static final Logger JGIT_FILES = Logger.getLogger("org.eclipse.jgit.internal.storage.file");

    static {
        JGIT_FILES.setLevel(Level.OFF);
    }

    @Override
    public String type() {
        return "git";
    }

    @Override
    public StackSource create(PluginContext context) throws SettingException {
        PluginSettings settings = context.settings();
        Wanted wanted = wanted(settings);
        Optional<Integer> depth = depth(settings);
        String subdir = Subdirectory.of(settings);
        TreeLimits limits = TreeLimits.of(settings);
        GitAddress address = GitAddress.of(settings);
        GitAccess access = GitAccess.of(settings, address, context.addresses());
        return new GitSource(
                context.name(),
                new GitSource.Specification(address, wanted, depth.orElse(null), subdir, access, limits),
                context.workDirectory(),
                context.offline());
    }

    private static Wanted wanted(PluginSettings settings) throws SettingException {
        Wanted wanted = new Wanted(settings.text("ref").orElse(null));
        if (wanted.name() != null && wanted.commit().isEmpty()) {
            for (String candidate : wanted.candidates()) {
                if (!Repository.isValidRefName(candidate)) {
                    throw new SettingException(
                            settings.fullKey("ref"),
                            "'" + wanted.name() + "' is not a valid name of a branch or tag, and not a full commit",
                            "Write the name of a branch or a tag, or the 40 hexadecimal digits of a commit.");
                }
            }
        }
        return wanted;
    }

    private static Optional<Integer> depth(PluginSettings settings) throws SettingException {
        Optional<String> text = settings.text("depth");
        if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,8}")) {
            throw new SettingException(
                    settings.fullKey("depth"),
                    "'" + text.get() + "' is not a number above zero",
                    "Set it to the number of commits to fetch, or remove it to fetch all.");
        }
        return text.map(Integer::valueOf);
    }
}
