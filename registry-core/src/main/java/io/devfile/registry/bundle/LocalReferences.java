package io.devfile.registry.bundle;

import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlRewriting;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies the remote files that a version's devfile names into its directory, also the files that these name in turn,
 * and changes the addresses to the names of the copies. For one version and one thread.
 */
final class LocalReferences {

    /** The maximum depth of parents. */
    private static final int DEPTH = 10;

    private static final Pattern EXTENSION = Pattern.compile(".*(\\.(?:yaml|yml|json|txt|Dockerfile|Containerfile))");

    private final VersionFolder folder;
    private final RemoteCopies copies;
    private final MissingReport report;
    private final Owner owner;
    private final Map<String, String> placed = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final List<String> chain = new ArrayList<>();

    LocalReferences(VersionFolder folder, RemoteCopies copies, MissingReport report, Owner owner) {
        this.folder = folder;
        this.copies = copies;
        this.report = report;
        this.owner = owner;
    }

    /** @throws IOException if the content no longer exists */
    void localize() throws IOException, InterruptedException {
        localizeFile(folder.devfile());
    }

    private void localizeFile(String path) throws IOException, InterruptedException {
        if (!visited.add(path)) {
            return;
        }
        if (!folder.isReadable(path)) {
            missing(Missing.Kind.PARENT, path, "It is too large for a devfile. Make it smaller.");
            return;
        }
        byte[] bytes = folder.read(path);
        byte[] local = localized(bytes, path, null);
        if (local != bytes) {
            folder.put(path, copies.store(), copies.store().add(local));
        }
    }

    /**
     * A devfile in which the references to copies are changed to local names.
     *
     * @param path the path of the devfile, now or later
     * @param base the base of its relative references; null for its own directory
     * @return the same array if there is nothing to change
     */
    private byte[] localized(byte[] devfile, String path, @Nullable URI base) throws IOException, InterruptedException {
        String directory = path.substring(0, path.lastIndexOf('/') + 1);
        try {
            YamlRewriting rewriting = YamlRewriting.of(devfile);
            Map<String, @Nullable Object> values =
                    rewriting.document().mapping().orElse(Map.of());
            if (!path.equals(folder.devfile()) && values.get("starterProjects") instanceof List<?> projects) {
                report.left(
                        Missing.Kind.STARTER_PROJECT,
                        owner,
                        projects.size() + " of the parent " + path,
                        "The starter projects of parents are not copied.");
            }
            boolean changed = false;
            for (DevfileReference reference : DevfileReference.in(values)) {
                Optional<String> name = local(reference, directory, base);
                if (name.isPresent()) {
                    change(rewriting, reference, name.get());
                    changed = true;
                }
            }
            return changed ? rewriting.bytes() : devfile;
        } catch (YamlReadException e) {
            missing(Missing.Kind.PARENT, path, "Its references cannot be changed. " + e.getMessage());
            return devfile;
        }
    }

    private static void change(YamlRewriting rewriting, DevfileReference reference, String name)
            throws YamlReadException {
        if (reference instanceof DevfileReference.ByRegistry registry) {
            rewriting.set(registry.pointer() + "/id", "uri", name);
            for (String key : registry.keys()) {
                rewriting.remove(registry.pointer() + "/" + key);
            }
        } else {
            rewriting.set(reference.pointer() + "/uri", name);
        }
    }

    /** The name of the copy; empty if the reference is unchanged. */
    private Optional<String> local(DevfileReference reference, String directory, @Nullable URI base)
            throws IOException, InterruptedException {
        if (reference instanceof DevfileReference.ByUri uri) {
            return local(uri, directory, base);
        }
        if (reference instanceof DevfileReference.ByRegistry registry
                && !registry.registry().isEmpty()) {
            return copy(registry.address(), directory, true);
        }
        String what = reference instanceof DevfileReference.Elsewhere other
                ? other.what()
                : "the stack " + ((DevfileReference.ByRegistry) reference).id()
                        + " of a registry that the devfile does not name";
        report.left(
                reference.pointer().endsWith("dockerfile") ? Missing.Kind.FILE : Missing.Kind.PARENT,
                owner,
                what,
                "The reference at " + reference.pointer() + " is not changed. Tools that read the devfile resolve it.");
        return Optional.empty();
    }

    private Optional<String> local(DevfileReference.ByUri reference, String directory, @Nullable URI base)
            throws IOException, InterruptedException {
        try {
            URI uri = new URI(reference.uri());
            if (uri.isAbsolute() || base != null) {
                URI address = base != null ? base.resolve(uri) : uri;
                return copy(address.toString(), directory, reference.devfile());
            }
            if (reference.devfile()) {
                String path = new URI(null, null, directory, null)
                        .resolve(uri)
                        .normalize()
                        .getPath();
                if (folder.has(path)) {
                    localizeFile(path);
                } else {
                    missing(
                            Missing.Kind.PARENT,
                            reference.uri(),
                            "There is no such file beside the devfile. Add it, or correct the path.");
                }
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            missing(kind(reference.devfile()), reference.uri(), "It is neither an address nor a path. Correct it.");
            return Optional.empty();
        }
    }

    /** The name of the copy, in a directory, of the file at an address. */
    private Optional<String> copy(String address, String directory, boolean devfile)
            throws IOException, InterruptedException {
        String key = directory + "\n" + address;
        if (chain.contains(address) || chain.size() >= DEPTH) {
            String problem = chain.contains(address)
                    ? "It is its own parent through other devfiles. Correct one of the references."
                    : "There are more than " + DEPTH + " nested parents. Merge some of them.";
            missing(kind(devfile), address, problem);
            return Optional.empty();
        }
        if (placed.containsKey(key)) {
            return Optional.of(placed.get(key));
        }
        Copy copy = copies.of(address);
        StoredFile file = copy.file();
        if (file == null) {
            missing(kind(devfile), address, copy.problem());
            return Optional.empty();
        }
        String name = name(address, devfile);
        if (devfile) {
            byte[] bytes = copies.store().read(file);
            if (!DevfileCheck.isDevfile(bytes)) {
                missing(
                        Missing.Kind.PARENT,
                        address,
                        "The file at this address is not a devfile. Correct the address.");
                return Optional.empty();
            }
            chain.add(address);
            byte[] local = localized(bytes, directory + name, URI.create(address));
            chain.remove(chain.size() - 1);
            file = copies.store().add(local);
        }
        folder.put(directory + name, copies.store(), file);
        placed.put(key, name);
        return Optional.of(name);
    }

    /** A name that indicates the type of the file, and that no other address has. */
    private static String name(String address, boolean devfile) {
        String digest =
                Digest.of(address.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 12);
        if (devfile) {
            return "parent-" + digest + ".yaml";
        }
        Matcher extension = EXTENSION.matcher(address);
        return "file-" + digest + (extension.matches() ? extension.group(1) : ".txt");
    }

    private static Missing.Kind kind(boolean devfile) {
        return devfile ? Missing.Kind.PARENT : Missing.Kind.FILE;
    }

    private void missing(Missing.Kind kind, String what, String reason) {
        report.missing(kind, owner, FetchGuard.shown(what), reason);
    }
}
