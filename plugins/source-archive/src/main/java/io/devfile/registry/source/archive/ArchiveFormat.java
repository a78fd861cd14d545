package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;

/** The format of an archive, detected from its first bytes. */
enum ArchiveFormat {
    ZIP,
    TAR,
    TAR_GZ,
    TAR_ZST;

    private static final String PACK = "Pack it as zip, tar, tar.gz or tar.zst.";

    /** @throws UnsafeTreeException if the format is not supported; the message names the probable format */
    static ArchiveFormat of(Path file) throws IOException {
        byte[] head;
        try (InputStream stream = Files.newInputStream(file)) {
            head = stream.readNBytes(TarConstants.DEFAULT_RCDSIZE);
        }
        String hex = HexFormat.of().formatHex(head);
        if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) {
            return ZIP;
        }
        if (hex.startsWith("1f8b")) {
            return TAR_GZ;
        }
        if (hex.startsWith("28b52ffd")) {
            return TAR_ZST;
        }
        if (head.length == TarConstants.DEFAULT_RCDSIZE && TarUtils.verifyCheckSum(head)) {
            return TAR;
        }
        throw new UnsafeTreeException(seeming(head, hex), PACK);
    }

    private static String seeming(byte[] head, String hex) {
        if (head.length == 0) {
            return "it is an empty file";
        }
        if (hex.startsWith("425a68") || hex.startsWith("fd377a585a00") || hex.startsWith("377abcaf271c")) {
            return "it is a bzip2, xz or 7z file, and these formats are not supported";
        }
        if (hex.startsWith("504b0708") || hex.startsWith("504b3030")) {
            return "it is one part of a split zip";
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype") || text.startsWith("<html")
                ? "it is an HTML page instead of an archive"
                : "its format is not a supported archive format";
    }
}
