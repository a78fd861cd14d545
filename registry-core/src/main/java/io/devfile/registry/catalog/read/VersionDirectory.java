package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.content.TooLargeException;
import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stores the files of one version's directory in the content store, and packs the files that have no layer of their
 * own.
 */
final class VersionDirectory {

    /** How much of a README is searched, in characters: in all states there may be thousands. */
    private static final int README_LENGTH = 1000;

    private final SourceTree tree;
    private final ContentStore store;
    private final Path directory;
    private final Findings findings;
    private final SortedMap<String, StoredFile> files = new TreeMap<>();
    private final Set<String> executables = new HashSet<>();
    private final boolean eitherDevfile;
    private int seen;
    private long size;

    VersionDirectory(SourceTree tree, ContentStore store, Path directory, Findings findings) {
        this(tree, store, directory, findings, false);
    }

    private VersionDirectory(
            SourceTree tree, ContentStore store, Path directory, Findings findings, boolean eitherDevfile) {
        this.eitherDevfile = eitherDevfile;
        this.tree = tree;
        this.store = store;
        this.directory = directory;
        this.findings = findings;
    }

    /** For a repository that is a sample. It may have both devfiles; the one without a dot is used. */
    static VersionDirectory ofSample(SourceTree tree, ContentStore store, Path directory, Findings findings) {
        return new VersionDirectory(tree, store, directory, findings, true);
    }

    /** @throws ContentException if there is no devfile, if there are two, or if a file cannot be accepted */
    VersionFiles read() throws ContentException {
        String devfile = devfileName();
        byte[] bytes = tree.read(directory.resolve(devfile), directory, Limits.YAML_SIZE);
        collect(directory, "", 0);
        files.put(devfile, store.add(bytes));
        try {
            return new VersionFiles(devfile, bytes, files, resources(), readme());
        } catch (IOException e) {
            // only files that have just been stored are read here
            throw new StorageException(e);
        }
    }

    private String devfileName() throws ContentException {
        boolean plain = tree.exists(directory.resolve(ResourceKind.DEVFILE));
        boolean hidden = tree.exists(directory.resolve(ResourceKind.HIDDEN_DEVFILE));
        if (plain && hidden && !eitherDevfile) {
            throw new ContentException(
                    Rule.MISSING_DEVFILE,
                    tree.name(directory),
                    "There are both devfile.yaml and .devfile.yaml. Remove one of the two.");
        }
        if (!plain && !hidden) {
            throw new ContentException(
                    Rule.MISSING_DEVFILE,
                    tree.name(directory),
                    "There is neither devfile.yaml nor .devfile.yaml. Add a devfile.yaml.");
        }
        return plain ? ResourceKind.DEVFILE : ResourceKind.HIDDEN_DEVFILE;
    }

    private void collect(Path current, String prefix, int depth) throws ContentException {
        if (depth > Limits.DEPTH) {
            throw new ContentException(
                    tree.name(current),
                    "There are more than " + Limits.DEPTH
                            + " nested directories. Remove links that form a loop, or nest fewer directories.");
        }
        for (Path child : tree.list(current)) {
            String name = child.getFileName().toString();
            if (ResourceKind.isIgnored(name)) {
                continue;
            }
            count();
            checkName(child, name);
            Path real = tree.follow(child, directory);
            if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
                collect(child, prefix + name + "/", depth + 1);
            } else if (Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
                take(child, real, prefix + name);
            } else {
                throw new ContentException(
                        tree.name(child), "This is neither a file nor a directory. Remove it from the stack.");
            }
        }
    }

    /** Directories count, too: with links, a few directories can look like millions. */
    private void count() throws ContentException {
        seen++;
        if (seen > Limits.FILES_PER_VERSION) {
            throw new ContentException(
                    tree.name(directory),
                    "There are more than " + Limits.FILES_PER_VERSION
                            + " files and directories in this version. Remove some.");
        }
    }

    private void checkName(Path path, String name) throws ContentException {
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || c == '\\' || c == '\ufffd')) {
            throw new ContentException(
                    tree.name(path),
                    "The name has a control character, a backslash or bytes that are not UTF-8. Rename the file.");
        }
    }

    private void take(Path file, Path real, String path) throws ContentException {
        try (InputStream content = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            StoredFile stored = store.add(content, Limits.FILE_SIZE);
            files.put(path, stored);
            size += stored.size();
            if (tree.isExecutable(real)) {
                executables.add(path);
            }
        } catch (TooLargeException e) {
            throw tree.tooLarge(file, e.limit());
        } catch (IOException e) {
            throw tree.unreadable(file);
        }
        if (size > Limits.VERSION_SIZE) {
            throw new ContentException(
                    tree.name(directory),
                    "The files of this version together are larger than " + Limits.VERSION_SIZE
                            + " bytes. Remove some.");
        }
    }

    private SortedMap<String, StoredFile> resources() throws IOException {
        SortedMap<String, StoredFile> resources = new TreeMap<>();
        SortedMap<String, StoredFile> packed = new TreeMap<>();
        files.forEach((path, file) -> {
            boolean own = path.indexOf('/') < 0 && ResourceKind.of(path) == ResourceKind.OWN;
            (own ? resources : packed).put(path, file);
        });
        if (!packed.isEmpty() && resources.containsKey(ResourceKind.ARCHIVE)) {
            warnOfLeftOut(packed.keySet());
        } else if (!packed.isEmpty()) {
            resources.put(ResourceKind.ARCHIVE, new ResourceArchive(packed, executables).store(store));
        }
        return resources;
    }

    private String readme() throws IOException {
        StoredFile readme = files.get("README.md");
        if (readme == null) {
            return "";
        }
        try (InputStream content = store.open(readme)) {
            String text = new String(content.readNBytes(4 * README_LENGTH), StandardCharsets.UTF_8);
            int length = Math.min(text.codePointCount(0, text.length()), README_LENGTH);
            return text.substring(0, text.offsetByCodePoints(0, length)).replaceAll("\\s+", " ");
        }
    }

    private void warnOfLeftOut(Set<String> paths) {
        List<String> first = paths.stream().limit(3).map(SafeText::quoted).toList();
        findings.warning(
                Rule.RESERVED_FILE_NAME,
                tree.name(directory.resolve(ResourceKind.ARCHIVE)),
                "",
                Position.UNKNOWN,
                "This archive is served unchanged, so these other files are not in the artifact: "
                        + String.join(", ", first) + (paths.size() > first.size() ? ", …" : "")
                        + ". Remove archive.tar, so that the registry packs them, or remove these files.");
    }
}
