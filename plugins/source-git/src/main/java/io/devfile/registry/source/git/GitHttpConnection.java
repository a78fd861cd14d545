package io.devfile.registry.source.git;

import static java.net.HttpURLConnection.HTTP_OK;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * One request, for JGit. It is sent when JGit asks for the response; request bodies are small and kept in memory until then.
 * It sends credentials to the configured server only. It accepts a response as a repository only if the content type says
 * so; otherwise JGit would try the protocol of file servers on a web page.
 */
final class GitHttpConnection implements HttpConnection {

    private static final String ADVERTISEMENT = "application/x-git-upload-pack-advertisement";

    private final CloseableHttpClient client;
    private final URL url;
    private final boolean proxied;
    private final boolean trusted;
    private final URI uri;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = "GET";
    private @Nullable ClassicHttpResponse response;
    private volatile @Nullable HttpUriRequestBase sent;
    private volatile boolean cancelled;

    /**
     * @param proxied whether the client uses a proxy
     * @param trusted whether this is the configured server
     */
    GitHttpConnection(CloseableHttpClient client, URL url, boolean proxied, boolean trusted) throws IOException {
        this.client = client;
        this.url = url;
        this.proxied = proxied;
        this.trusted = trusted;
        try {
            this.uri = url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("it is not a valid address", e);
        }
    }

    /** Ends the request, whatever it waits for. For any thread. */
    void cancel() {
        cancelled = true;
        HttpUriRequestBase request = sent;
        if (request != null) {
            request.cancel();
        }
    }

    private ClassicHttpResponse response() throws IOException {
        if (response == null) {
            HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
            headers.forEach(request::setHeader);
            if (body.size() > 0) {
                request.setEntity(new ByteArrayEntity(body.toByteArray(), null));
            }
            sent = request;
            if (cancelled) {
                throw new InterruptedIOException("the request was cancelled");
            }
            response = client.executeOpen(null, request, HttpClientContext.create());
        }
        return response;
    }

    @Override
    public int getResponseCode() throws IOException {
        int status = response().getCode();
        boolean first = url.getPath().endsWith("/info/refs");
        if (status == HTTP_OK && first && !ADVERTISEMENT.equals(getContentType())) {
            throw new NotGitException(getContentType());
        }
        return status;
    }

    /** A server responded, but it is not a Git server, or not at this address. */
    static final class NotGitException extends TransportException {

        private static final long serialVersionUID = 1L;

        NotGitException(@Nullable String contentType) {
            super(
                    contentType != null && contentType.startsWith("text/html")
                            ? "the response is an HTML page instead of a Git repository"
                            : "the response is not from a Git repository");
        }
    }

    @Override
    public void setRequestProperty(String key, String value) {
        // a small compressed response could be very large in memory
        if (key.equalsIgnoreCase("Accept-Encoding")) {
            return;
        }
        if (trusted || !key.equalsIgnoreCase("Authorization")) {
            headers.put(key, value);
        }
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public String getResponseMessage() throws IOException {
        return Optional.ofNullable(response().getReasonPhrase()).orElse("");
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response == null ? new Header[0] : response.getHeaders()) {
            fields.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return fields;
    }

    @Override
    public void setRequestMethod(String name) {
        method = name;
    }

    @Override
    public void setUseCaches(boolean useCaches) {
        // the client has no cache
    }

    @Override
    public void setConnectTimeout(int milliseconds) {
        // set in the client
    }

    @Override
    public void setReadTimeout(int milliseconds) {
        // set in the client
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (response().getEntity() == null) {
            return InputStream.nullInputStream();
        }
        InputStream content = response().getEntity().getContent();
        return url.getPath().endsWith("/info/refs") ? new Limited(content) : content;
    }

    /** JGit keeps the list of references in memory. */
    private static final class Limited extends FilterInputStream {

        private static final int MAX_BYTES = 32 << 20;

        private int left = MAX_BYTES;

        Limited(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("its list of references is larger than " + MAX_BYTES + " bytes");
            }
        }
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        return getHeaderFields(name).stream().findFirst().orElse(null);
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return response == null
                ? List.of()
                : Arrays.stream(response.getHeaders(name)).map(Header::getValue).toList();
    }

    @Override
    public int getContentLength() {
        String length = getHeaderField("Content-Length");
        return length != null && length.matches("[0-9]{1,9}") ? Integer.parseInt(length) : -1;
    }

    @Override
    public void setInstanceFollowRedirects(boolean follow) {
        if (follow) {
            throw new UnsupportedOperationException("JGit follows redirects itself");
        }
    }

    @Override
    public void setDoOutput(boolean output) {
        // not needed: the request has a body if something was written to the output stream
    }

    @Override
    public void setFixedLengthStreamingMode(int length) {
        // the body is kept in memory
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public void setChunkedStreamingMode(int length) {
        // the body is kept in memory
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public boolean usingProxy() {
        return proxied;
    }

    @Override
    public void connect() throws IOException {
        response();
    }

    @Override
    public void configure(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
        throw new UnsupportedOperationException("The client has its trusted authorities already");
    }

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {
        throw new UnsupportedOperationException("Names are always verified");
    }
}
