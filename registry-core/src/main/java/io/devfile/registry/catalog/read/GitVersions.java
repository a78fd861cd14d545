package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.TreeAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the Git references of a stack in advance, so that all of them can be fetched at the same time. */
final class GitVersions {

    private final SourceTree tree;
    private final YamlReader yaml;

    GitVersions(SourceTree tree, YamlReader yaml) {
        this.tree = tree;
        this.yaml = yaml;
    }

    /** The references that can be determined; errors are reported when the stack is read. */
    Set<TreeAddress.Git> of(Path directory) {
        Path file = directory.resolve(StackYaml.FILE);
        if (!tree.exists(file)) {
            return Set.of();
        }
        try {
            byte[] bytes = tree.read(file, directory, Limits.YAML_SIZE);
            if (!new String(bytes, StandardCharsets.UTF_8).contains("git")) {
                return Set.of();
            }
            Findings ignored = new Findings("");
            Set<TreeAddress.Git> addresses = new HashSet<>();
            Optional<YamlFields> fields = YamlFields.of(tree.name(file), yaml.read(bytes), ignored);
            fields.ifPresent(stack -> StackYaml.of(stack).versions().stream()
                    .filter(StackYaml.Version::byGit)
                    .forEach(version -> add(addresses, version)));
            return addresses;
        } catch (ContentException | YamlReadException e) {
            return Set.of();
        }
    }

    private static void add(Set<TreeAddress.Git> addresses, StackYaml.Version version) {
        try {
            addresses.add(address(version));
        } catch (RemoteException e) {
            // reported when the version is read
        }
    }

    /** @throws RemoteException if the reference names none of its remotes */
    static TreeAddress.Git address(StackYaml.Version version) throws RemoteException {
        var origin = Origins.of(version.fields()).orElseGet(Origins::none);
        return TreeAddress.of(origin, origin.subDir());
    }
}
