package io.devfile.registry.viewer.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Decides which URLs in untrusted content may become links. */
public final class WebLink {

    private static final int LONGEST = 2048;

    private WebLink() {}

    /**
     * The URL, if it is an absolute HTTP URL; empty otherwise, so that {@code javascript:}, {@code data:} and similar
     * URLs are shown only as text.
     */
    public static Optional<String> of(String address) {
        String stripped = address.strip();
        if (stripped.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(stripped);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            boolean plain = uri.getHost() != null && uri.getRawUserInfo() == null;
            return web && plain ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
