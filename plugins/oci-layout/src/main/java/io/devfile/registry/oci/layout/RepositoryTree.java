package io.devfile.registry.oci.layout;

import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** All directories below the root: repositories, some within others. */
record RepositoryTree(Path root) {

    /** Every directory that contains the index of a layout. */
    List<RepositoryDirectory> repositories() throws IOException {
        List<RepositoryDirectory> found = new ArrayList<>();
        walk(new Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (directory.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                var repository = RepositoryDirectory.at(root, directory);
                repository
                        .filter(candidate -> Files.isRegularFile(candidate.index()))
                        .ifPresent(found::add);
                return repository.isPresent() ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }
        });
        return found;
    }

    /** Removes temporary files that a crash left in any directory. */
    void sweep() throws IOException {
        walk(new Visitor() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                DurableFiles.sweep(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void walk(Visitor visitor) throws IOException {
        if (Files.isDirectory(root)) {
            Files.walkFileTree(root, visitor);
        }
    }

    /** Ignores files that are deleted during the walk. */
    private static class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
