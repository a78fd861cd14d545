package io.devfile.registry.viewer;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Captures the output of a template instead of sending it; ignores headers, which templates must not set. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    private final PrintWriter writer = new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    private int error;

    CapturedResponse(HttpServletResponse response) {
        super(response);
    }

    /** The output, in UTF-8. */
    byte[] bytes() {
        writer.flush();
        return bytes.toByteArray();
    }

    /** The error status that was set instead of writing a page; 0 if there is none. */
    int error() {
        return error;
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public void write(byte[] content, int offset, int length) {
                bytes.write(content, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("Templates must be rendered in the thread of the request.");
            }
        };
    }

    @Override
    public void sendError(int status) {
        error = status;
    }

    @Override
    public void sendError(int status, String message) {
        error = status;
    }

    @Override
    public void sendRedirect(String location) {
        error = SC_FOUND;
    }

    @Override
    public void setStatus(int status) {
        error = status == SC_OK ? 0 : status;
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void flushBuffer() {
        writer.flush();
    }

    @Override
    public void reset() {
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        writer.flush();
        bytes.reset();
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void addCookie(Cookie cookie) {
        throw new IllegalStateException("A page tried to set a cookie; pages must not use cookies.");
    }

    @Override
    public void setHeader(String name, String value) {
        // templates do not set the headers of the page
    }

    @Override
    public void addHeader(String name, String value) {
        // see above
    }

    @Override
    public void setDateHeader(String name, long date) {
        // see above
    }

    @Override
    public void addDateHeader(String name, long date) {
        // see above
    }

    @Override
    public void setIntHeader(String name, int value) {
        // see above
    }

    @Override
    public void addIntHeader(String name, int value) {
        // see above
    }

    @Override
    public void setContentType(String type) {
        // see above
    }

    @Override
    public void setContentLength(int length) {
        // see above
    }

    @Override
    public void setContentLengthLong(long length) {
        // see above
    }

    @Override
    public void setLocale(java.util.Locale locale) {
        // see above
    }

    @Override
    public void setCharacterEncoding(String charset) {
        // see above
    }
}
