package io.devfile.registry.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether the other end of a connection over loopback belongs to this process, which Linux knows: its table of
 * connections gives the inode of each socket, and a process's descriptors name the inodes of its own (proc(5)).
 */
final class OwnSockets {

    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private OwnSockets() {}

    /** Whether this system can tell. */
    static boolean canTell() {
        return Files.isReadable(TABLES.get(0)) && Files.isDirectory(DESCRIPTORS);
    }

    /**
     * Whether the socket is one of this process.
     *
     * @param theirs the address of the other end, of IPv4
     * @param ours the address that it connected to
     * @return false where it is not, is closed by now, or this system cannot tell
     */
    static boolean contain(InetSocketAddress theirs, InetSocketAddress ours) {
        try {
            Optional<String> inode = inode(entry(theirs), entry(ours));
            return inode.isPresent() && isOpen("socket:[" + inode.get() + "]");
        } catch (IOException | UncheckedIOException e) {
            // a table that cannot be read vouches for nobody
            return false;
        }
    }

    /** The columns are number, local address, remote address, state, queues, timer, retransmits, user, timeout, inode. */
    private static Optional<String> inode(String local, String remote) throws IOException {
        for (Path table : TABLES) {
            if (!Files.exists(table)) {
                continue;
            }
            try (Stream<String> lines = Files.lines(table)) {
                Optional<String> found = lines.map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns.length > 9)
                        .filter(columns -> columns[1].endsWith(local) && columns[2].endsWith(remote))
                        .map(columns -> columns[9])
                        .filter(inode -> !inode.equals("0"))
                        .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** As the tables have it, in the machine's order of bytes; IPv6 sockets have the same at the end. */
    private static String entry(InetSocketAddress address) {
        int number = ByteBuffer.wrap(address.getAddress().getAddress())
                .order(ByteOrder.nativeOrder())
                .getInt();
        HexFormat hex = HexFormat.of().withUpperCase();
        return hex.toHexDigits(number) + ":" + hex.toHexDigits((short) address.getPort());
    }

    private static boolean isOpen(String link) throws IOException {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                if (target(descriptor).equals(link)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException e) {
            // closed since it was listed
            return "";
        }
    }
}
