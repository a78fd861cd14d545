package io.devfile.registry.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connection of a client to the guard: a tunnel by CONNECT (RFC 9110, section 9.3.6), or one plain HTTP request in
 * absolute form (RFC 9112, section 3.2.2) and its answer, after which it is closed.
 */
final class ProxyConnection {

    private static final Logger LOG = Logger.getLogger(ProxyConnection.class.getName());
    private static final Duration HEAD_PATIENCE = Duration.ofSeconds(10);
    private static final byte[] CONNECTED = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DEFAULT_PORT = 80;

    private final Wire client;
    private final Route route;
    private final Tickets tickets;
    private final Duration idle;
    private Optional<Ticket> ticket = Optional.empty();

    ProxyConnection(Wire client, Route route, Tickets tickets, Duration idle) {
        this.client = client;
        this.route = route;
        this.tickets = tickets;
        this.idle = idle;
    }

    /**
     * Serves the client, in this thread and one of the executor's.
     *
     * @param whenDone run once all is closed
     */
    void serve(Executor executor, Runnable whenDone) {
        boolean handedOver = false;
        try {
            MessageHead request = request();
            String[] parts = request.startLine().split(" ", -1);
            if (parts.length != 3 || !parts[2].matches("HTTP/1\\.[01]")) {
                throw Refusal.malformed("its first line is not one of an HTTP/1.1 request");
            }
            handedOver = parts[0].equals("CONNECT")
                    ? tunnel(parts[1], executor, whenDone)
                    : forward(request, parts, executor, whenDone);
        } catch (RefusedException e) {
            refuse(e.refusal());
        } catch (IOException e) {
            LOG.log(Level.FINE, "A client of the fetch guard went away", e);
        } finally {
            if (!handedOver) {
                client.abort();
                whenDone.run();
            }
        }
    }

    /** Whoever is not of this process has ten seconds to show a ticket, and hears nothing else without one. */
    private MessageHead request() throws IOException {
        boolean own =
                OwnSockets.contain((InetSocketAddress) client.socket().getRemoteSocketAddress(), (InetSocketAddress)
                        client.socket().getLocalSocketAddress());
        Optional<MessageHead> head = client.readHead(idle.compareTo(HEAD_PATIENCE) < 0 ? idle : HEAD_PATIENCE);
        ticket = head.flatMap(one -> one.field("Proxy-Authorization")).flatMap(tickets::find);
        if (!own && ticket.isEmpty()) {
            throw Refusal.stranger();
        }
        return head.orElseThrow(() -> Refusal.malformed("its head is no head of HTTP, or too large"));
    }

    private boolean tunnel(String authority, Executor executor, Runnable whenDone) throws IOException {
        HostPort target = HostPort.tryParse(authority)
                .orElseThrow(() -> Refusal.malformed("its target is not a host and a port"));
        Wire server = route.tunnel(target);
        return pass(server, () -> client.out().write(CONNECTED), () -> {}, executor, whenDone);
    }

    private boolean forward(MessageHead request, String[] parts, Executor executor, Runnable whenDone)
            throws IOException {
        URI address = address(parts[1]);
        HostPort target = target(address)
                .orElseThrow(() -> Refusal.malformed("its address has no host, or no port, that can be connected to"));
        String host = address.getPort() < 0 ? target.host().toString() : target.toString();
        String path = originForm(address);
        String newTarget = route.absoluteForm() ? "http://" + host + path : path;
        MessageHead forwarded =
                request.forwarded(parts[0] + " " + newTarget + " HTTP/1.1").with("Host", host);
        Wire server = route.plain(target);
        return pass(server, () -> server.out().write(forwarded.bytes()), () -> answer(server), executor, whenDone);
    }

    private static URI address(String text) throws RefusedException {
        try {
            URI address = new URI(text);
            if ("http".equalsIgnoreCase(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below, together with other schemes
        }
        throw Refusal.malformed("it asks for no address that begins with http://");
    }

    private static Optional<HostPort> target(URI address) {
        int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
        return Optional.ofNullable(address.getHost())
                .flatMap(Host::tryParse)
                .filter(host -> port > 0 && port <= HostPort.HIGHEST_PORT)
                .map(host -> new HostPort(host, port));
    }

    private static String originForm(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private boolean pass(Wire server, Tunnel.Preamble start, Tunnel.Preamble back, Executor executor, Runnable whenDone)
            throws IOException {
        try {
            start.run();
        } catch (IOException e) {
            server.abort();
            throw e;
        }
        new Tunnel(client, server, idle).run(executor, back, () -> {
            server.abort();
            client.abort();
            whenDone.run();
        });
        return true;
    }

    /** Passes on the head of the answer, so that the client knows that this connection serves no second request. */
    private void answer(Wire server) throws IOException {
        int status = 100;
        while (status / 100 == 1) {
            Optional<MessageHead> head = server.readHead(idle);
            Optional<Integer> code = head.flatMap(MessageHead::status).filter(one -> one != 101);
            if (head.isEmpty() || code.isEmpty()) {
                RefusedException broken = Refusal.unreachable("what it is answered with is no HTTP");
                refuse(broken.refusal());
                throw broken;
            }
            status = code.get();
            MessageHead passed = status / 100 == 1
                    ? head.get()
                    : head.get().forwarded(head.get().startLine());
            client.out().write(passed.bytes());
        }
    }

    private void refuse(Refusal refusal) {
        LOG.fine(() -> "Refused: " + refusal.reason());
        ticket.ifPresent(one -> one.refused(refusal));
        try {
            client.end(refusal);
        } catch (IOException e) {
            LOG.log(Level.FINE, "A client of the fetch guard did not wait for its answer", e);
        }
    }
}
