package io.devfile.registry.fetch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One end of a connection: heads of messages first, and then bytes. For one thread to read and one to write. */
final class Wire implements Closeable {

    /** Of the head of a message, in bytes. */
    static final int HEAD_LIMIT = 64 * 1024;

    private static final Logger LOG = Logger.getLogger(Wire.class.getName());

    private final Socket socket;
    private final InputStream in;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    Socket socket() {
        return socket;
    }

    InputStream in() {
        return in;
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /**
     * Reads the head of a message.
     *
     * @param timeout for all of it, so that nobody can take for ever, byte by byte
     * @return empty where this is no head, or a larger one than {@link #HEAD_LIMIT}
     * @throws EOFException where the other side closes before the end of it
     * @throws SocketTimeoutException where it takes longer
     */
    Optional<MessageHead> readHead(Duration timeout) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        StringBuilder head = new StringBuilder();
        while (head.length() <= HEAD_LIMIT) {
            int value = read(deadline);
            if (value < 0) {
                throw new EOFException("The connection was closed before the end of the head");
            }
            head.append((char) value);
            if (value == '\n' && endsWithEmptyLine(head)) {
                return MessageHead.tryParse(head.toString().stripTrailing());
            }
        }
        return Optional.empty();
    }

    private int read(long deadline) throws IOException {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("The head takes too long");
        }
        socket.setSoTimeout((int) left);
        return in.read();
    }

    private static boolean endsWithEmptyLine(CharSequence head) {
        int length = head.length();
        return length >= 2 && head.charAt(length - 2) == '\n'
                || length >= 3 && head.charAt(length - 2) == '\r' && head.charAt(length - 3) == '\n';
    }

    /** Sends an answer of the proxy's own, lets the other side read it, and closes the connection. */
    void end(Refusal refusal) throws IOException {
        byte[] body = (refusal.reason() + "\n").getBytes(StandardCharsets.UTF_8);
        String challenge = refusal.cause() == Refusal.Cause.STRANGER
                ? "Proxy-Authenticate: Basic realm=\"the registry's own process\"\r\n"
                : "";
        String head = "HTTP/1.1 " + refusal.cause().status() + "\r\n" + challenge
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        out().write(head.getBytes(StandardCharsets.ISO_8859_1));
        out().write(body);
        out().flush();
        socket.shutdownOutput();
        drain();
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Closes the connection where it does not matter any more how that goes. */
    void abort() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "A connection could not be closed", e);
        }
    }

    /** Closing while the other side still sends would take from it what it has not read yet. */
    private void drain() throws IOException {
        socket.setSoTimeout(1000);
        byte[] buffer = new byte[8192];
        try {
            for (int left = HEAD_LIMIT; left > 0; ) {
                int count = in.read(buffer, 0, Math.min(left, buffer.length));
                if (count < 0) {
                    return;
                }
                left -= count;
            }
        } catch (SocketTimeoutException e) {
            // it had its second
        }
    }
}
