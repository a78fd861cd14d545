package io.devfile.registry.icon;

import java.util.Arrays;
import java.util.Optional;

/** An image type that browsers display, detected by the first bytes (see the MIME Sniffing Standard, section 6.1). */
public enum ImageType {
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    SVG("image/svg+xml", "svg");

    private static final int[] PNG_START = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int[] JPEG_START = {0xff, 0xd8, 0xff};

    private final String mediaType;
    private final String extension;

    ImageType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The value for a Content-Type header. */
    public String mediaType() {
        return mediaType;
    }

    /** The extension of its file names, without the dot. */
    public String extension() {
        return extension;
    }

    /** The type of a complete file by its bytes; empty if it is none of these types, regardless of its name. */
    public static Optional<ImageType> of(byte[] bytes) {
        if (startsWith(bytes, 0, PNG_START)) {
            return Optional.of(PNG);
        }
        if (startsWith(bytes, 0, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, 0, ascii("GIF87a")) || startsWith(bytes, 0, ascii("GIF89a"))) {
            return Optional.of(GIF);
        }
        if (startsWith(bytes, 0, ascii("RIFF")) && startsWith(bytes, 8, ascii("WEBP"))) {
            return Optional.of(WEBP);
        }
        return SvgRoot.isIn(bytes) ? Optional.of(SVG) : Optional.empty();
    }

    static Optional<ImageType> named(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    private static int[] ascii(String text) {
        return text.chars().toArray();
    }

    private static boolean startsWith(byte[] bytes, int offset, int[] prefix) {
        if (bytes.length < offset + prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[offset + i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
