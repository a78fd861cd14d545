package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An archive on an HTTP server, which is downloaded unless the server answers that the local copy is current. */
final class UrlOrigin implements ArchiveOrigin {

    private final ArchiveDownload download;
    private final DownloadedFile file;
    private final boolean offline;
    private DownloadedFile.@Nullable Kept kept;
    private boolean opened;

    UrlOrigin(ArchiveDownload download, DownloadedFile file, boolean offline) {
        this.download = download;
        this.file = file;
        this.offline = offline;
    }

    @Override
    public String location() {
        return download.location();
    }

    @Override
    public ArchiveFile current() throws SourceException, IOException {
        if (offline) {
            throw download.attempt()
                    .failed(
                            "the registry is offline",
                            "Set path to a local copy instead of url, or turn off registry.offline.");
        }
        if (!opened) {
            kept = file.open(download.address()).orElse(null);
            opened = true;
        }
        if (!file.isThere()) {
            kept = null;
        }
        Path temporary = file.temporary();
        try {
            Optional<Validators> changed = download.download(temporary, kept != null ? kept.validators() : null);
            if (changed.isPresent()) {
                kept = file.keep(temporary, download.address(), changed.get());
            }
            return Objects.requireNonNull(kept).archive();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public boolean isUnchanged(ArchiveFile archive) {
        return true;
    }
}
