package io.devfile.registry.source.git;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TcpTransport;
import org.eclipse.jgit.transport.URIish;

/**
 * Fetches from {@code git daemon} over a given socket. The transport of JGit waits forever for a silent server: its
 * timeout interrupts the thread, but an interrupt does not end a read from a socket.
 *
 * <p>The protocol is described in Git's manual, gitprotocol-pack and gitprotocol-v2.
 */
final class DaemonTransport extends TcpTransport implements PackTransport {

    private static final System.Logger LOG = System.getLogger(DaemonTransport.class.getName());

    private final Sockets sockets;

    /** Opens a connection to the daemon, with a read timeout. */
    interface Sockets {
        Socket open() throws IOException;
    }

    DaemonTransport(Repository local, URIish uri, Sockets sockets) {
        super(local, uri);
        this.sockets = sockets;
    }

    @Override
    public FetchConnection openFetch() throws TransportException {
        return openFetch(List.of());
    }

    @Override
    public FetchConnection openFetch(Collection<RefSpec> refs, String... names) throws TransportException {
        return new Connection(refs, names);
    }

    @Override
    public PushConnection openPush() throws NotSupportedException {
        throw new NotSupportedException("Push is not supported");
    }

    @Override
    public void close() {
        // each connection is closed separately
    }

    private final class Connection extends BasePackFetchConnection {

        private final Socket socket;

        Connection(Collection<RefSpec> refs, String... names) throws TransportException {
            super(DaemonTransport.this);
            try {
                socket = sockets.open();
            } catch (IOException e) {
                throw new TransportException(uri, "the connection could not be established", e);
            }
            try {
                init(
                        new BufferedInputStream(socket.getInputStream()),
                        new BufferedOutputStream(socket.getOutputStream()));
                pckOut.writeString("git-upload-pack " + uri.getPath() + "\0host=" + uri.getHost()
                        + (uri.getPort() > 0 ? ":" + uri.getPort() : "") + "\0\0version=2\0");
                pckOut.flush();
            } catch (IOException e) {
                close();
                throw new TransportException(uri, "the request could not be sent", e);
            }
            if (!readAdvertisedRefs()) {
                lsRefs(refs, names);
            }
        }

        @Override
        public void close() {
            super.close();
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A connection could not be closed", e);
            }
        }
    }
}
