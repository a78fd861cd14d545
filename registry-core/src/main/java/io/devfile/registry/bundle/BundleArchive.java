package io.devfile.registry.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Writes bundles as gzipped tars. With the same Java on the same kind of machine, each byte depends only on the paths,
 * the contents and whether a file is executable.
 */
final class BundleArchive {

    /** The report's path, which readers of sources ignore. */
    private static final String REPORT = "bundle.json";

    private static final int FILE_MODE = 0644;
    private static final int EXECUTABLE_MODE = 0755;
    private static final int UNKNOWN_SYSTEM = 255;

    private BundleArchive() {}

    /** Writes a bundle; does not close the stream. */
    static void write(Bundle bundle, OutputStream out) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setOperatingSystem(UNKNOWN_SYSTEM);
        GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(out, parameters);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        byte[] report = (MissingReport.json(bundle.missing(), bundle.left()) + "\n").getBytes(StandardCharsets.UTF_8);
        tar.putArchiveEntry(header(REPORT, report.length, FILE_MODE));
        tar.write(report);
        tar.closeArchiveEntry();
        for (Map.Entry<String, BundledFile> entry : bundle.files().entrySet()) {
            BundledFile file = entry.getValue();
            int mode = file.executable() ? EXECUTABLE_MODE : FILE_MODE;
            tar.putArchiveEntry(header(entry.getKey(), file.file().size(), mode));
            try (InputStream content = file.store().open(file.file())) {
                content.transferTo(tar);
            }
            tar.closeArchiveEntry();
        }
        tar.finish();
        gzip.finish();
    }

    private static TarArchiveEntry header(String path, long size, int mode) {
        TarArchiveEntry header = new TarArchiveEntry(path, TarConstants.LF_NORMAL, true);
        header.setMode(mode);
        header.setIds(0, 0);
        header.setNames("", "");
        header.setModTime(0L);
        header.setSize(size);
        return header;
    }
}
