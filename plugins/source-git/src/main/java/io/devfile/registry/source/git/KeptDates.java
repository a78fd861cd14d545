package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The dates of the last walk, stored in a file, so that history is not walked again at each start. Each line contains a
 * tree, seconds since 1970 and a path; the first line identifies the repository and directory.
 */
record KeptDates(Path file, String origin) {

    /** The stored dates; empty if they are for another origin, or damaged. */
    DirectoryDates read() throws IOException {
        try {
            String[] lines = Files.readString(file).split("\n");
            if (!lines[0].equals(heading(lines.length - 1))) {
                return DirectoryDates.NONE;
            }
            Map<String, DirectoryDates.Dated> dates = new HashMap<>();
            for (int i = 1; i < lines.length; i++) {
                String[] parts = lines[i].split(" ", 3);
                Instant changed = Instant.ofEpochSecond(Long.parseLong(parts[1]));
                dates.put(parts[2], new DirectoryDates.Dated(ObjectId.fromString(parts[0]), changed));
            }
            return new DirectoryDates(dates);
        } catch (NoSuchFileException e) {
            return DirectoryDates.NONE;
        } catch (RuntimeException | CharacterCodingException e) {
            return DirectoryDates.NONE; // damaged; the dates are found again
        }
    }

    void write(DirectoryDates dates) throws IOException {
        StringBuilder text = new StringBuilder(heading(dates.dates().size()));
        dates.dates()
                .forEach((path, dated) -> text.append('\n')
                        .append(dated.tree().name())
                        .append(' ')
                        .append(dated.changed().getEpochSecond())
                        .append(' ')
                        .append(path));
        DurableFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private String heading(int count) {
        return count + " " + origin;
    }
}
