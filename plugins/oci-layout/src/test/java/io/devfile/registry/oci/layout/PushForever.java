package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.nio.file.Path;

/** Pushes artifacts, and moves the tags of others, until it is killed. Writes a line after each push. */
final class PushForever {

    private static final int REPOSITORIES = 2;
    private static final int TAGS = 3;

    private PushForever() {}

    public static void main(String[] arguments) throws OciBackendException {
        try (LayoutBackend backend = new LayoutBackend(Path.of(arguments[0]))) {
            for (int i = 0; ; i++) {
                Layouts.push(backend, repository(i), tag(i), text(arguments[1], i));
                System.out.println(i);
            }
        }
    }

    static RepositoryName repository(int push) {
        return new RepositoryName("crash/stack-" + push % REPOSITORIES);
    }

    static Tag tag(int push) {
        return new Tag("1." + push % TAGS);
    }

    static String text(String run, int push) {
        return "run " + run + ", push " + push;
    }
}
