package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * The archive that was downloaded last, kept across restarts so that it need not be downloaded again. One file contains
 * its bytes. The other contains the address, the digest, and the validators of the server. The archive is used only if
 * both files exist.
 */
final class DownloadedFile {

    private static final String URL_DIGEST = "url";
    private static final String SHA256 = "sha256";
    private static final String ETAG = "etag";
    private static final String LAST_MODIFIED = "last-modified";

    private final Path directory;

    DownloadedFile(Path directory) {
        this.directory = directory;
    }

    record Kept(ArchiveFile archive, Validators validators) {}

    /**
     * Removes incomplete files that a killed server left, and returns the archive if it is complete and from this
     * address.
     */
    Optional<Kept> open(URI address) throws IOException {
        DurableFiles.createDirectories(directory);
        DurableFiles.sweep(directory);
        if (!Files.isRegularFile(content()) || !Files.isRegularFile(description())) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(description())));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // damaged, so the archive is downloaded again
        }
        Validators validators = new Validators(properties.getProperty(ETAG), properties.getProperty(LAST_MODIFIED));
        String digest = ArchiveFile.digest(content());
        boolean whole = digest.equals(properties.getProperty(SHA256))
                && digestOf(address).equals(properties.getProperty(URL_DIGEST));
        return whole
                ? Optional.of(new Kept(
                        new ArchiveFile(content(), digest, validators.changed().orElse(null)), validators))
                : Optional.empty();
    }

    /** The path of a temporary file for a download; it is removed if the download is not kept. */
    Path temporary() throws IOException {
        DurableFiles.createDirectories(directory);
        return directory.resolve(DurableFiles.TEMPORARY_PREFIX + UUID.randomUUID());
    }

    /** Replaces the previous download with a complete new one. */
    Kept keep(Path temporary, URI address, Validators validators) throws IOException {
        String digest = ArchiveFile.digest(temporary);
        Files.deleteIfExists(description());
        DurableFiles.moveInto(temporary, content());
        Properties properties = new Properties();
        properties.setProperty(URL_DIGEST, digestOf(address));
        properties.setProperty(SHA256, digest);
        if (validators.etag() != null) {
            properties.setProperty(ETAG, validators.etag());
        }
        if (validators.lastModified() != null) {
            properties.setProperty(LAST_MODIFIED, validators.lastModified());
        }
        StringWriter text = new StringWriter();
        properties.store(text, null);
        DurableFiles.write(description(), text.toString().getBytes(StandardCharsets.UTF_8));
        return new Kept(new ArchiveFile(content(), digest, validators.changed().orElse(null)), validators);
    }

    /** Whether the bytes still exist. */
    boolean isThere() {
        return Files.isRegularFile(content());
    }

    private Path content() {
        return directory.resolve("archive");
    }

    private Path description() {
        return directory.resolve("archive.properties");
    }

    /** An address may contain a signature, which must not be written to the disk. */
    private static String digestOf(URI address) {
        byte[] bytes = address.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(ArchiveFile.newDigest().digest(bytes));
    }
}
