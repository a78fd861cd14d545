package io.devfile.registry.source.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URL;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * One request. It sends credentials to the configured server only. It accepts a response as a repository only if the
 * content type says so; otherwise JGit would try the protocol of file servers on a web page.
 */
final class GitHttpConnection implements HttpConnection {

    private static final String ADVERTISEMENT = "application/x-git-upload-pack-advertisement";

    private final HttpURLConnection connection;
    private final boolean trusted;

    /** @param trusted whether this is the configured server */
    GitHttpConnection(HttpURLConnection connection, boolean trusted) {
        this.connection = connection;
        this.trusted = trusted;
    }

    @Override
    public int getResponseCode() throws IOException {
        int status = connection.getResponseCode();
        boolean first = connection.getURL().getPath().endsWith("/info/refs");
        if (status == HTTP_OK && first && !ADVERTISEMENT.equals(connection.getContentType())) {
            throw new NotGitException(connection.getContentType());
        }
        return status;
    }

    /** A server responded, but it is not a Git server, or not at this address. */
    static final class NotGitException extends TransportException {

        private static final long serialVersionUID = 1L;

        NotGitException(@Nullable String contentType) {
            super(
                    contentType != null && contentType.startsWith("text/html")
                            ? "it answers with an HTML page instead of a repository"
                            : "it answers, but not with a repository");
        }
    }

    @Override
    public void setRequestProperty(String key, String value) {
        if (trusted || !key.equalsIgnoreCase("Authorization")) {
            connection.setRequestProperty(key, value);
        }
    }

    @Override
    public URL getURL() {
        return connection.getURL();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return connection.getResponseMessage();
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        return connection.getHeaderFields();
    }

    @Override
    public void setRequestMethod(String method) throws ProtocolException {
        connection.setRequestMethod(method);
    }

    @Override
    public void setUseCaches(boolean useCaches) {
        connection.setUseCaches(useCaches);
    }

    @Override
    public void setConnectTimeout(int milliseconds) {
        connection.setConnectTimeout(milliseconds);
    }

    @Override
    public void setReadTimeout(int milliseconds) {
        connection.setReadTimeout(milliseconds);
    }

    @Override
    public String getContentType() {
        return connection.getContentType();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public String getHeaderField(String name) {
        return connection.getHeaderField(name);
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return connection.getHeaderFields().entrySet().stream()
                .filter(field -> name.equalsIgnoreCase(field.getKey()))
                .flatMap(field -> field.getValue().stream())
                .toList();
    }

    @Override
    public int getContentLength() {
        return connection.getContentLength();
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        connection.setInstanceFollowRedirects(follow);
    }

    @Override
    public void setDoOutput(boolean output) {
        connection.setDoOutput(output);
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        connection.setFixedLengthStreamingMode(length);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return connection.getOutputStream();
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        connection.setChunkedStreamingMode(length);
    }

    @Override
    public String getRequestMethod() {
        return connection.getRequestMethod();
    }

    @Override
    public boolean usingProxy() {
        return connection.usingProxy();
    }

    @Override
    public void connect() throws IOException {
        connection.connect();
    }

    @Override
    public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        throw new UnsupportedOperationException("Who is trusted is set where the connection is made");
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        throw new UnsupportedOperationException("Names are always checked");
    }
}
