package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.nio.file.Path;

/** Pushes artifacts, and moves the tags of others, until it is killed. Says so when it has begun. */
final class PushForever {

    static final int REPOSITORIES = 3;
    static final int TAGS = 5;

    private PushForever() {}

    public static void main(String[] arguments) throws OciBackendException {
        try (LayoutBackend backend = new LayoutBackend(Path.of(arguments[0]))) {
            backend.probe();
            System.out.println("begun");
            for (int i = 0; ; i++) {
                RepositoryName repository = new RepositoryName("crash/stack-" + i % REPOSITORIES);
                Layouts.push(backend, repository, new Tag("1." + i % TAGS), arguments[1] + " " + i);
            }
        }
    }
}
