package io.devfile.registry.fetch;

import io.devfile.registry.toolkit.text.SafeText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * An address that can be fetched from.
 *
 * @param uri absolute, http or https, with a host, without user, password and fragment
 */
record RemoteAddress(URI uri) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int LONGEST_SHOWN = 200;
    private static final String REMEDY = "Write an address such as https://example.com/logo.svg.";

    /** @throws FetchException {@link FetchException.Kind#REFUSED} if the text is not such an address */
    static RemoteAddress parse(String text) throws FetchException {
        try {
            return of(new URI(text), show(text));
        } catch (URISyntaxException e) {
            throw refused(show(text), "it is not a valid address");
        }
    }

    private static RemoteAddress of(URI uri, String shown) throws FetchException {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
            throw refused(shown, "only http and https addresses are fetched");
        }
        if (uri.getRawUserInfo() != null) {
            throw refused(shown, "it contains a user name or a password, which are not sent");
        }
        if (uri.getHost() == null || uri.getPort() > HostPort.HIGHEST_PORT || uri.getPort() == 0) {
            throw refused(shown, "it has no valid host or port");
        }
        String ascii = uri.toASCIIString();
        int fragment = ascii.indexOf('#');
        return new RemoteAddress(URI.create(fragment < 0 ? ascii : ascii.substring(0, fragment)));
    }

    /**
     * The address that a redirect names.
     *
     * @param location the header of the response; may be relative
     * @throws FetchException if the redirect is not followed
     */
    RemoteAddress redirected(String location) throws FetchException {
        RemoteAddress next;
        try {
            URI relative = new URI(location);
            next = of(uri.resolve(relative), this + ", redirected to " + show(location));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FetchException(
                    FetchException.Kind.FAILED, toString(), "it redirects to an invalid address", REMEDY, e);
        }
        if (uri.getScheme().equalsIgnoreCase("https") && !next.uri.getScheme().equalsIgnoreCase("https")) {
            throw refused(toString(), "it redirects from https to http");
        }
        return next;
    }

    private static FetchException refused(String shown, String reason) {
        return new FetchException(FetchException.Kind.REFUSED, shown, reason, REMEDY);
    }

    /** The host and port of the address. */
    HostPort target() throws FetchException {
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        return Host.tryParse(uri.getHost())
                .map(host -> new HostPort(host, port))
                .orElseThrow(() -> refused(toString(), "its host is not valid"));
    }

    /** The address without parts that may be secret, and without control characters. */
    static String show(String text) {
        int end = text.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = text.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return SafeText.of(text.substring(0, end).replaceFirst("//[^/]*@", "//"), LONGEST_SHOWN);
    }

    /** As it is shown: without the query, which may be secret. */
    @Override
    public String toString() {
        return show(uri.toString());
    }
}
