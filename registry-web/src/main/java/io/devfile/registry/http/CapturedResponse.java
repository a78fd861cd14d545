package io.devfile.registry.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A response whose headers go to the client's response, while its content is kept until it is complete. Content that is
 * larger than the limit, and errors that the container sends, are passed on to the client at once.
 */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final int limit;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(4096);
    private final ServletOutputStream stream = new Stream();
    private @Nullable PrintWriter writer;
    private long length = -1;
    private boolean passedOn;

    /** @param limit in bytes */
    CapturedResponse(HttpServletResponse response, int limit) {
        super(response);
        this.limit = limit;
    }

    /** Whether the client has received the response, or a part of it. */
    boolean isPassedOn() {
        return passedOn;
    }

    /** The complete content, if it was not passed on. */
    byte[] content() {
        if (writer != null) {
            writer.flush();
        }
        return content.toByteArray();
    }

    private void passOn() throws IOException {
        if (!passedOn) {
            passedOn = true;
            if (length >= 0) {
                super.setContentLengthLong(length);
            }
            content.writeTo(super.getOutputStream());
            content.reset();
        }
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (!passedOn && Math.max(length, (long) content.size() + count) > limit) {
                passOn();
            }
            if (passedOn) {
                CapturedResponse.super.getOutputStream().write(bytes, offset, count);
            } else {
                content.write(bytes, offset, count);
            }
        }

        @Override
        public void flush() throws IOException {
            if (passedOn) {
                CapturedResponse.super.getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Responses are written in the thread of the request.");
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(stream, Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    @Override
    public void setContentLength(int bytes) {
        length = bytes;
    }

    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (!isLength(name, value)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (!isLength(name, value)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    private boolean isLength(String name, @Nullable String value) {
        boolean isLength = name.equalsIgnoreCase("Content-Length");
        if (isLength && value != null) {
            length = Long.parseLong(value);
        }
        return isLength;
    }

    @Override
    public void sendError(int status) throws IOException {
        passedOn = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        passedOn = true;
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        passedOn = true;
        super.sendRedirect(location);
    }

    @Override
    public boolean isCommitted() {
        return passedOn && super.isCommitted();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (passedOn) {
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public void resetBuffer() {
        if (writer != null) {
            writer.flush();
        }
        content.reset();
        length = -1;
    }
}
