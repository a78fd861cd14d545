package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.file.DurableFiles;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores {@link Publications} across restarts. */
final class PublicationFile {

    private static final System.Logger LOG = System.getLogger(PublicationFile.class.getName());

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    private static final int FORMAT = 1;

    private final Path file;
    private final Jsonb jsonb = JsonbBuilder.create();

    PublicationFile(Path file) {
        this.file = file;
    }

    /**
     * The publications that were last stored; none if the file is damaged, which is logged. In that case some artifacts
     * stay in the backend permanently.
     */
    Publications load() {
        if (!Files.exists(file)) {
            return Publications.NONE;
        }
        try {
            Document document = jsonb.fromJson(Files.readString(file), Document.class);
            if (document.format() != FORMAT) {
                throw new IllegalArgumentException("It has another format than this version of the registry writes");
            }
            return new Publications(
                    document.publications().stream().map(Line::publication).toList());
        } catch (IOException | RuntimeException e) {
            // damage can cause many kinds of exceptions
            LOG.log(
                    Level.WARNING,
                    "The list of published artifacts in " + file
                            + " cannot be used, so a new list is started. Artifacts that already left the"
                            + " content stay in the backend until they are deleted there manually.",
                    e);
            return Publications.NONE;
        }
    }

    /** Replaces the stored publications; after a crash, either the old or the new ones are stored. */
    void save(Publications publications) throws IOException {
        Document document =
                new Document(FORMAT, publications.all().stream().map(Line::of).toList());
        DurableFiles.write(file, jsonb.toJson(document).getBytes(StandardCharsets.UTF_8));
    }

    /** The content of the file. */
    public record Document(int format, List<Line> publications) {}

    /** One publication. */
    public record Line(
            String repository,
            String tag,
            String digest,
            @Nullable String left) {

        private static Line of(Publication publication) {
            return new Line(
                    publication.repository().value(),
                    publication.tag().value(),
                    publication.digest().toString(),
                    publication.left() != null ? publication.left().toString() : null);
        }

        private Publication publication() {
            return new Publication(
                    new RepositoryName(repository),
                    new Tag(tag),
                    Digest.parse(digest),
                    left != null ? Instant.parse(left) : null);
        }
    }
}
