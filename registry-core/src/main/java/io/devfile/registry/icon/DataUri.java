package io.devfile.registry.icon;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Addresses that contain their content (RFC 2397). */
public final class DataUri {

    private static final String SCHEME = "data:";

    private DataUri() {}

    /** Whether an address is a {@code data:} URI. */
    public static boolean is(String address) {
        return address.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The bytes of an image as an address. */
    public static String of(String mediaType, byte[] bytes) {
        return SCHEME + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes in an address. White space in base64 is ignored, because YAML folds long lines.
     *
     * @return empty if the address is malformed, or its media type is not an image
     */
    static Optional<byte[]> decode(String address) {
        int comma = address.indexOf(',');
        if (!is(address) || comma < 0) {
            return Optional.empty();
        }
        String parameters = address.substring(SCHEME.length(), comma).strip().toLowerCase(Locale.ROOT);
        if (!parameters.startsWith("image/")) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = percentDecoded(address.substring(comma + 1));
        return parameters.endsWith(";base64") ? bytes.flatMap(DataUri::base64Decoded) : bytes;
    }

    private static Optional<byte[]> base64Decoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> percentDecoded(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] != '%') {
                decoded.write(encoded[i]);
                continue;
            }
            int high = i + 2 < encoded.length ? Character.digit(encoded[i + 1], 16) : -1;
            int low = i + 2 < encoded.length ? Character.digit(encoded[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            decoded.write(high << 4 | low);
            i += 2;
        }
        return Optional.of(decoded.toByteArray());
    }
}
