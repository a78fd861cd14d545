package io.devfile.registry.spi.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A password, token or passphrase that the operator gave, as a value or in a file. The file is read each time that the
 * secret is needed, so that a changed secret takes effect. {@link #toString} contains only the key.
 *
 * <p>Created by {@link PluginSettings#secret}. Immutable, and safe for use by several threads.
 */
public final class Secret {

    private static final int MAXIMUM_BYTES = 64 * 1024;

    private final String key;
    private final String value;
    private final @Nullable Path file;

    private Secret(String key, String value, @Nullable Path file) {
        this.key = key;
        this.value = value;
        this.file = file;
    }

    static Secret ofValue(String key, String value) {
        return new Secret(key, value, null);
    }

    static Secret inFile(String key, Path file) {
        return new Secret(key, "", file);
    }

    /**
     * The current secret: at least one character, without leading and trailing white space.
     *
     * @throws SettingException if the secret is in a file that cannot be read, is empty, is not UTF-8, or is larger
     *     than 64 KiB
     */
    public String read() throws SettingException {
        return file != null ? read(file) : value;
    }

    @Override
    public String toString() {
        return "Secret[" + key + "]";
    }

    private String read(Path path) throws SettingException {
        byte[] bytes;
        try (InputStream stream = Files.newInputStream(path)) {
            bytes = stream.readNBytes(MAXIMUM_BYTES + 1);
        } catch (IOException e) {
            throw wrong("the file " + path + " cannot be read");
        }
        if (bytes.length > MAXIMUM_BYTES) {
            throw wrong("the file " + path + " is larger than " + MAXIMUM_BYTES + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            throw wrong("the file " + path + " is not UTF-8 text");
        }
        if (text.isEmpty()) {
            throw wrong("the file " + path + " is empty");
        }
        return text;
    }

    private SettingException wrong(String reason) {
        return new SettingException(
                key, reason, "Set it to a file that the server can read and that contains only the secret.");
    }
}
