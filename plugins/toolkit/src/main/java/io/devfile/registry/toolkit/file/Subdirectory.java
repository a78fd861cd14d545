package io.devfile.registry.toolkit.file;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.util.Optional;

/** The setting that selects a directory of a larger tree as the root. */
public final class Subdirectory {

    /** The setting: a relative path with slashes. */
    public static final String SUBDIR = "subdir";

    private Subdirectory() {}

    /**
     * The directory in the setting {@value #SUBDIR}, without empty parts and single-dot parts; an empty text if the
     * setting is absent, which means the whole tree.
     *
     * @throws SettingException if the path leads out of the tree or is not a valid name
     */
    public static String of(PluginSettings settings) throws SettingException {
        Optional<String> text = settings.text(SUBDIR);
        try {
            return TreePath.of(text.orElse(""), TreeLimits.DEFAULT).toString();
        } catch (UnsafeTreeException e) {
            throw new SettingException(
                    settings.fullKey(SUBDIR), e.getMessage(), "Write a relative path with slashes: path/to/registry.");
        }
    }
}
