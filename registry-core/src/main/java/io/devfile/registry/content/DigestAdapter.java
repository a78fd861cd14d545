package io.devfile.registry.content;

import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.bind.adapter.JsonbAdapter;

/** Writes digests as text. */
public final class DigestAdapter implements JsonbAdapter<Digest, String> {

    @Override
    public String adaptToJson(Digest digest) {
        return digest.toString();
    }

    @Override
    public Digest adaptFromJson(String text) {
        return Digest.parse(text);
    }
}
