package io.devfile.registry.remote;

import io.devfile.registry.content.SubDirectory;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The address of a tree of files, as given in the content. */
public sealed interface TreeAddress {

    /**
     * The address of the repository or the zip, as given in the content; it may not be an address that can be fetched.
     */
    String url();

    /** The requested directory, with slashes between its parts and none around it; empty for the whole tree. */
    String subDir();

    /** Whether the content at this address never changes. */
    boolean isImmutable();

    /** A unique key of this address: 64 hexadecimal digits. */
    String key();

    /**
     * A tree in a Git repository.
     *
     * @param revision a branch, a tag or a full commit; empty for the remote's default branch
     */
    record Git(String url, String revision, String subDir) implements TreeAddress {

        public Git {
            subDir = SubDirectory.normal(subDir.strip());
        }

        @Override
        public boolean isImmutable() {
            return revision.matches("[0-9a-f]{40}");
        }

        @Override
        public String key() {
            return digest("git", url, revision, subDir);
        }

        @Override
        public String toString() {
            return shown(url + (revision.isEmpty() ? "" : "#" + revision), subDir);
        }
    }

    /** A tree in a zip. */
    record Zip(String url, String subDir) implements TreeAddress {

        public Zip {
            subDir = SubDirectory.normal(subDir.strip());
        }

        @Override
        public boolean isImmutable() {
            return false;
        }

        @Override
        public String key() {
            return digest("zip", url, "", subDir);
        }

        @Override
        public String toString() {
            return shown(url, subDir);
        }
    }

    /**
     * The tree of an origin: at the remote that the origin names, otherwise at {@code origin} or at the only remote.
     *
     * @param subDir the requested directory
     * @throws RemoteException {@link RemoteException.Kind#REFUSED} if it names none of its remotes
     */
    static TreeAddress.Git of(GitOrigin origin, String subDir) throws RemoteException {
        return new Git(remote(origin), origin.revision().strip(), subDir);
    }

    private static String remote(GitOrigin origin) throws RemoteException {
        Map<String, String> remotes = origin.remotes();
        if (!origin.remoteName().isEmpty() && !remotes.isEmpty()) {
            return named(remotes, origin.remoteName());
        }
        if (remotes.isEmpty() && !origin.url().isEmpty()) {
            return origin.url().strip();
        }
        return remotes.size() == 1 ? remotes.values().iterator().next().strip() : named(remotes, "origin");
    }

    private static String named(Map<String, String> remotes, String name) throws RemoteException {
        if (!remotes.containsKey(name)) {
            throw new RemoteException(
                    RemoteException.Kind.REFUSED,
                    "find its repository",
                    "there is no remote named " + quoted(name),
                    "Use the name of one of its remotes, or name one of them origin.");
        }
        return remotes.get(name).strip();
    }

    private static String quoted(String name) {
        return "'" + FetchGuard.shown(name) + "'";
    }

    private static String shown(String address, String subDir) {
        int mark = address.lastIndexOf('#');
        String plain = mark < 0
                ? FetchGuard.shown(address)
                : FetchGuard.shown(address.substring(0, mark)) + SafeText.of(address.substring(mark));
        return plain + (subDir.isEmpty() ? "" : ", directory " + SafeText.of(subDir));
    }

    private static String digest(String... parts) {
        return Digest.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
