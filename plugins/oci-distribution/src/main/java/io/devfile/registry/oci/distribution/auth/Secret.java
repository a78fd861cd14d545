package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password or token. Never part of a message, nor of what {@code toString} gives. */
public sealed interface Secret {

    /**
     * The secret as it is now.
     *
     * @throws CallFailedException where it cannot be read
     */
    String reveal() throws CallFailedException;

    /** A secret that stands in the configuration. */
    static Secret of(String text) {
        return new Text(text);
    }

    /** A secret that stands in a file, which may change at any time: it is read each time that it is needed. */
    static Secret in(Path file) {
        return new InFile(file);
    }

    /** The text itself. */
    record Text(String value) implements Secret {

        @Override
        public String reveal() {
            return value;
        }

        @Override
        public String toString() {
            return "a secret";
        }
    }

    /** The content of a file, without white space around it. */
    record InFile(Path file) implements Secret {

        @Override
        public String reveal() throws CallFailedException {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8).strip();
                if (!text.isEmpty()) {
                    return text;
                }
            } catch (IOException e) {
                throw CallFailedException.lasting(
                                "the file of the password or token cannot be read",
                                "See that " + file + " is there, and that the server may read it.")
                        .because(e);
            }
            throw CallFailedException.lasting(
                    "the file of the password or token is empty", "Write it into " + file + ".");
        }
    }
}
