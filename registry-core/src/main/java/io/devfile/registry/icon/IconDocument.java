package io.devfile.registry.icon;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.Validators;
import io.devfile.registry.spi.oci.model.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The format in which remote icons are stored on disk, for JSON-B. Absent fields are null in this class only. */
public final class IconDocument {

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    static final int FORMAT = 1;

    public int format;
    public @Nullable List<Icon> icons;

    /** One address. */
    public static final class Icon {
        public @Nullable String address;
        public @Nullable String digest;
        public long size;
        public @Nullable String mediaType;
        public @Nullable String etag;
        public @Nullable String lastModified;
        public @Nullable String problem;
        public @Nullable String due;
    }

    static IconDocument of(List<RemoteIcon> icons) {
        IconDocument document = new IconDocument();
        document.format = FORMAT;
        document.icons = icons.stream().map(IconDocument::write).toList();
        return document;
    }

    private static Icon write(RemoteIcon from) {
        Icon icon = new Icon();
        icon.address = from.address();
        from.file().ifPresent(file -> {
            icon.digest = file.digest().toString();
            icon.size = file.file().size();
            icon.mediaType = file.mediaType();
        });
        icon.etag = from.validators().etag();
        icon.lastModified = from.validators().lastModified();
        icon.problem = from.problem().orElse(null);
        icon.due = from.due().toString();
        return icon;
    }

    /** @throws RuntimeException if this was not created by {@link #of} */
    List<RemoteIcon> read() {
        if (format != FORMAT || icons == null) {
            throw new IllegalArgumentException("It has another format than this version of the registry writes");
        }
        return icons.stream().map(IconDocument::read).toList();
    }

    private static RemoteIcon read(Icon from) {
        Optional<IconFile> file = Optional.ofNullable(from.digest)
                .map(digest -> new IconFile(
                        new StoredFile(Digest.parse(digest), from.size),
                        ImageType.named(text(from.mediaType)).orElseThrow()));
        return new RemoteIcon(
                text(from.address),
                file,
                new Validators(text(from.etag), text(from.lastModified)),
                Optional.ofNullable(from.problem),
                Instant.parse(text(from.due)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
