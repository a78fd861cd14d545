package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Names in archives: bytes, in most cases without a stated encoding. */
final class Names {

    private static final int SHOWN = 120;

    private Names() {}

    /** The bytes as text, if they are UTF-8. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static UnsafeTreeException inAnotherEncoding(byte[] bytes) {
        return new UnsafeTreeException(
                "the name " + shown(new String(bytes, StandardCharsets.US_ASCII)) + " is not in UTF-8",
                "Pack it with a tool that writes names in UTF-8.");
    }

    /** The name as shown in messages: shortened, in ASCII. */
    static String shown(String name) {
        return "'" + name.substring(0, Math.min(name.length(), SHOWN)).replaceAll("[^ -~]", "?") + "'";
    }
}
