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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Stores {@link Publications} across restarts. */
final class PublicationFile {

    private static final System.Logger LOG = System.getLogger(PublicationFile.class.getName());

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
            PublicationDocument document = jsonb.fromJson(Files.readString(file), PublicationDocument.class);
            if (document == null || document.format != PublicationDocument.FORMAT || document.publications == null) {
                throw new IllegalArgumentException("It has another format than this version of the registry writes");
            }
            List<Publication> all = new ArrayList<>();
            document.publications.forEach(line -> all.add(publication(line)));
            return new Publications(all);
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
        PublicationDocument document = new PublicationDocument();
        document.format = PublicationDocument.FORMAT;
        document.publications =
                publications.all().stream().map(PublicationFile::line).toList();
        DurableFiles.write(file, jsonb.toJson(document).getBytes(StandardCharsets.UTF_8));
    }

    private static PublicationDocument.Line line(Publication publication) {
        PublicationDocument.Line line = new PublicationDocument.Line();
        line.repository = publication.repository().value();
        line.tag = publication.tag().value();
        line.digest = publication.digest().toString();
        line.left = publication.left().map(Instant::toString).orElse(null);
        return line;
    }

    private static Publication publication(PublicationDocument.Line line) {
        return new Publication(
                new RepositoryName(Objects.requireNonNull(line.repository)),
                new Tag(Objects.requireNonNull(line.tag)),
                Digest.tryParse(Objects.requireNonNull(line.digest)).orElseThrow(),
                Optional.ofNullable(line.left).map(Instant::parse));
    }
}
