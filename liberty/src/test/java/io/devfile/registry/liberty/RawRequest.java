package io.devfile.registry.liberty;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Requests that regular clients do not send, byte for byte. */
final class RawRequest {

    private RawRequest() {}

    /** A response as it was received. */
    record Answer(int status, String head, String body) {

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /** Sends a request line and headers, each without its line end, and reads the whole response. */
    static Answer send(int port, String requestLine, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(requestLine).append(" HTTP/1.1\r\n");
        boolean host = false;
        for (String header : headers) {
            request.append(header).append("\r\n");
            host |= header.startsWith("Host:");
        }
        request.append(host ? "" : "Host: localhost\r\n").append("Connection: close\r\n\r\n");
        try (Socket socket = open(port, request.toString())) {
            return answer(socket.getInputStream());
        }
    }

    /** A connection on which this text was sent, and nothing was read. */
    static Socket open(int port, String text) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("localhost", port));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    static Answer answer(InputStream in) throws IOException {
        // one character for each byte, because the sizes of chunks count bytes
        String all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(-1, all, "");
        }
        Answer raw = new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        boolean chunked =
                raw.header("Transfer-Encoding").filter("chunked"::equals).isPresent();
        String body = chunked ? withoutChunks(raw.body()) : raw.body();
        return new Answer(
                raw.status(),
                raw.head(),
                new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    /** RFC 9112, section 7.1; without extensions and trailers. */
    private static String withoutChunks(String body) {
        StringBuilder content = new StringBuilder();
        int at = 0;
        for (int size = -1; size != 0; ) {
            int line = body.indexOf("\r\n", at);
            size = Integer.parseInt(body.substring(at, line), 16);
            content.append(body, line + 2, line + 2 + size);
            at = line + 2 + size + 2;
        }
        return content.toString();
    }
}
