package io.devfile.registry.source.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Valid and invalid archives for tests. */
final class Archives {

    static final Instant TIME = Instant.parse("2025-03-04T05:06:08Z");

    private Archives() {}

    interface TarContent {
        void writeTo(TarArchiveOutputStream tar) throws IOException;
    }

    interface ZipContent {
        void writeTo(ZipArchiveOutputStream zip) throws IOException;
    }

    static byte[] tar(TarContent content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writeTar(bytes, content);
        return bytes.toByteArray();
    }

    static void writeTar(OutputStream stream, TarContent content) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(stream, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            content.writeTo(tar);
        }
    }

    static byte[] tar(Map<String, String> files) throws IOException {
        return tar(tar -> {
            for (var file : files.entrySet()) {
                add(tar, file.getKey(), file.getValue());
            }
        });
    }

    static byte[] zip(ZipContent content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            content.writeTo(zip);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(Map<String, String> files) throws IOException {
        return zip(zip -> {
            for (var file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        });
    }

    static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
        add(tar, new TarArchiveEntry(name, true), text);
    }

    static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        entry.setSize(bytes.length);
        entry.setModTime(FileTime.from(TIME));
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    static void link(TarArchiveOutputStream tar, byte type, String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
        add(zip, new ZipArchiveEntry(name), text);
    }

    static void add(ZipArchiveOutputStream zip, ZipArchiveEntry entry, String text) throws IOException {
        entry.setLastModifiedTime(FileTime.from(TIME));
        zip.putArchiveEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] zstd(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdCompressorOutputStream zstd = new ZstdCompressorOutputStream(bytes)) {
            zstd.write(content);
        }
        return bytes.toByteArray();
    }
}
