package io.devfile.registry.toolkit.file;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.util.Optional;

/** The setting that says which directory of a larger tree is the one that counts. */
public final class Subdirectory {

    /** The setting: a relative path with slashes. */
    public static final String SUBDIR = "subdir";

    private Subdirectory() {}

    /**
     * The directory that the setting {@value #SUBDIR} names, without what means nothing in it; an empty text where it is
     * not set, which is the whole tree.
     *
     * @throws SettingException where it leads out of the tree or can be no name
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
