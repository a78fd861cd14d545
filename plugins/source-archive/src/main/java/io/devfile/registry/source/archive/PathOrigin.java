package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** An archive on the local disk, which is read again if its size, time or identity changed. */
final class PathOrigin implements ArchiveOrigin {

    private static final String FIX = "Set the source's path to an archive that the server can read.";

    private final Path path;
    private @Nullable Look looked;
    private @Nullable ArchiveFile known;

    PathOrigin(Path path) {
        this.path = path;
    }

    @Override
    public String location() {
        return path.toString();
    }

    @Override
    public ArchiveFile current() throws SourceException, IOException {
        Attempt attempt = new Attempt("read the archive " + path);
        try {
            Look look = Look.at(path);
            if (!look.isFile()) {
                throw attempt.failed("it is not a file", FIX);
            }
            if (known == null || !look.equals(looked)) {
                ArchiveFile archive = new ArchiveFile(
                        path, ArchiveFile.digest(path), look.time().toInstant());
                looked = look;
                known = archive;
            }
            return known;
        } catch (NoSuchFileException e) {
            throw attempt.failed("it does not exist", FIX, e);
        }
    }

    @Override
    public boolean isUnchanged(ArchiveFile archive) throws IOException {
        boolean unchanged = Look.at(path).equals(looked);
        if (!unchanged) {
            known = null;
        }
        return unchanged;
    }

    private record Look(
            boolean isFile,
            long size,
            FileTime time,
            @Nullable Object key) {

        static Look at(Path path) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Look(
                    attributes.isRegularFile(), attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }
}
