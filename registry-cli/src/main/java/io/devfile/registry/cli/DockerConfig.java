package io.devfile.registry.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The credentials that {@code docker login}, {@code podman login} or {@code oras login} wrote to a file. */
final class DockerConfig {

    /** A user and password. */
    record Login(String username, String password) {}

    private DockerConfig() {}

    /**
     * The login for a registry, from {@code $REGISTRY_AUTH_FILE}, {@code $DOCKER_CONFIG/config.json} or
     * {@code ~/.docker/config.json}. Credential helpers are not run.
     *
     * @param address of the registry
     * @throws IOException if the file is there and cannot be read
     */
    static Optional<Login> login(String address) throws IOException {
        Path file = file();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file);
                JsonReader reader = Json.createReader(in)) {
            JsonObject logins = reader.readObject()
                    .getOrDefault("auths", JsonValue.EMPTY_JSON_OBJECT)
                    .asJsonObject();
            URI registry = URI.create(address);
            for (String key : List.of(registry.getAuthority() + registry.getPath(), registry.getAuthority())) {
                if (logins.get(key) instanceof JsonObject login
                        && !login.getString("auth", "").isEmpty()) {
                    return Optional.of(decode(login.getString("auth")));
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new IOException(
                    "Tried to read the logins in " + file
                            + ", but it does not have the format that docker login writes."
                            + " Correct it, or give --username and --password-file.",
                    e);
        }
    }

    private static Login decode(String auth) {
        String text = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return new Login(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Path file() {
        return Optional.ofNullable(System.getenv("REGISTRY_AUTH_FILE"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("DOCKER_CONFIG"))
                        .map(directory -> Path.of(directory, "config.json")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".docker", "config.json"));
    }
}
