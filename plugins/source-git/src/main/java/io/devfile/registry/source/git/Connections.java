package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.http.HttpClientBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.nio.file.Path;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory2;

/**
 * Opens the connections of one fetch, directly or through JGit. The only class of this plugin that opens connections.
 * It never prompts, and uses no configuration of the user that the server runs as.
 */
final class Connections implements HttpConnectionFactory2, AutoCloseable {

    private static final int DAEMON_PORT = 9418;

    private final GitAddress address;
    private final GitAccess access;
    private final FetchControl control;
    private final GitCredentials credentials;
    private final SshSessions ssh;
    private final CloseableHttpClient client;

    /** @throws SettingException if the file of certificate authorities cannot be used */
    Connections(GitAddress address, GitAccess access, Path home, FetchControl control) throws SettingException {
        this.address = address;
        this.access = access;
        this.control = control;
        this.credentials = new GitCredentials(address, access);
        this.ssh = new SshSessions(access, home);
        HttpClientBuilder builder = new HttpClientBuilder()
                .addresses(access.addresses())
                .proxy(access.proxy())
                .connectTimeout(access.timeout())
                .responseTimeout(access.timeout());
        if (access.authorities() != null) {
            builder.tls(access.authorities().context());
        }
        this.client = builder.build();
    }

    GitCredentials credentials() {
        return credentials;
    }

    SshSessions ssh() {
        return ssh;
    }

    /** A transport between the local repository and the remote one; the caller closes it. */
    Transport open(Repository local) throws TransportException, NotSupportedException {
        Transport transport = address.protocol() == GitAddress.Protocol.GIT
                ? new DaemonTransport(local, address.uri(), this::openDaemon)
                : Transport.open(local, address.uri());
        transport.setTimeout(access.timeoutSeconds());
        transport.setCredentialsProvider(credentials);
        if (transport instanceof TransportHttp http) {
            http.setHttpConnectionFactory(this);
        } else if (transport instanceof SshTransport overSsh) {
            overSsh.setSshSessionFactory(ssh);
        }
        return transport;
    }

    private Socket openDaemon() throws IOException {
        Socket socket = new Socket();
        control.closeWhenStopped(socket::close);
        int port = address.uri().getPort() > 0 ? address.uri().getPort() : DAEMON_PORT;
        int milliseconds = access.timeoutSeconds() * 1000;
        socket.setSoTimeout(milliseconds);
        socket.connect(new InetSocketAddress(address.uri().getHost(), port), milliseconds);
        return socket;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        GitHttpConnection connection =
                new GitHttpConnection(client, url, access.proxy() != null, isConfiguredServer(url));
        control.closeWhenStopped(connection::cancel);
        return connection;
    }

    /** JGit passes the proxy of the platform, which is used if no other proxy is configured. */
    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return create(url);
    }

    @Override
    public GitSession newSession() {
        return new GitSession() {
            @Override
            public HttpConnection configure(HttpConnection connection, boolean sslVerify) {
                return connection;
            }

            @Override
            public void close() {
                // no resources to release
            }
        };
    }

    @Override
    public void close() {
        ssh.close();
        client.close(CloseMode.IMMEDIATE);
    }

    private boolean isConfiguredServer(URL url) {
        return url.getProtocol().equalsIgnoreCase(address.uri().getScheme())
                && url.getHost().equalsIgnoreCase(address.uri().getHost())
                && url.getPort() == address.uri().getPort();
    }
}
