package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Pulls all content of /v2, and compares it with its digests. */
final class Artifacts {

    private final Http http;

    Artifacts(Http http) {
        this.http = http;
    }

    /**
     * The references of all artifacts, after all of their blobs were verified. Artifacts that were attached to them,
     * under a tag of their digests, are left out.
     */
    List<String> verifyAll() {
        List<String> references = new ArrayList<>();
        for (String repository : strings(http.json("/v2/_catalog").asJsonObject(), "repositories")) {
            for (String tag :
                    strings(http.json("/v2/" + repository + "/tags/list").asJsonObject(), "tags")) {
                if (!tag.startsWith("sha256-")) {
                    verify(repository, tag);
                    references.add(repository + ":" + tag);
                }
            }
        }
        return references;
    }

    private void verify(String repository, String tag) {
        var response = http.get("/v2/" + repository + "/manifests/" + tag);
        assertThat(response.statusCode()).as(repository + ":" + tag).isEqualTo(200);
        assertThat(response.headers().firstValue("Docker-Content-Digest"))
                .as(repository + ":" + tag)
                .contains(Digest.of(response.body()).toString());
        JsonObject manifest = Http.json(response).asJsonObject();
        List<JsonObject> descriptors = new ArrayList<>();
        descriptors.add(manifest.getJsonObject("config"));
        manifest.getJsonArray("layers").stream().map(JsonValue::asJsonObject).forEach(descriptors::add);
        for (JsonObject descriptor : descriptors) {
            byte[] blob = http.get("/v2/" + repository + "/blobs/" + descriptor.getString("digest"))
                    .body();
            assertThat(Digest.of(blob)).hasToString(descriptor.getString("digest"));
            assertThat(blob).hasSize(descriptor.getInt("size"));
        }
    }

    private static List<String> strings(JsonObject object, String key) {
        return object.getJsonArray(key).getValuesAs(JsonString::getString);
    }
}
