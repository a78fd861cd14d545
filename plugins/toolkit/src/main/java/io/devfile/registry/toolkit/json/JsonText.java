package io.devfile.registry.toolkit.json;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the JSON of the image and distribution specifications. Any deviation from the specified form is a
 * {@link MalformedJson}; a member that is {@code null} counts as absent.
 */
public final class JsonText {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private JsonText() {}

    /**
     * Parses bytes in UTF-8 that consist of one JSON object.
     *
     * @throws MalformedJson if the bytes are anything else, or are nested too deeply
     */
    public static JsonObject object(byte[] bytes) throws MalformedJson {
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw new MalformedJson("it is not a JSON object");
            }
            JsonObject object = parser.getObject();
            if (parser.hasNext()) {
                throw new MalformedJson("its JSON object is followed by other content");
            }
            return object;
        } catch (RuntimeException e) {
            // If the nesting is too deep, implementations throw various exceptions.
            throw new MalformedJson("it is not a JSON object", e);
        }
    }

    /** A member that is an object. */
    public static Optional<JsonObject> object(JsonObject parent, String key) throws MalformedJson {
        return member(parent, key, JsonObject.class);
    }

    /** A member that is an array of objects; empty if it is absent. */
    public static List<JsonObject> objects(JsonObject parent, String key) throws MalformedJson {
        return elements(parent, key, JsonObject.class);
    }

    /** A member that is an array of descriptors; empty if it is absent. */
    public static List<Descriptor> descriptors(JsonObject parent, String key) throws MalformedJson {
        List<Descriptor> descriptors = new ArrayList<>();
        for (JsonObject element : objects(parent, key)) {
            descriptors.add(descriptor(element));
        }
        return descriptors;
    }

    /** A member that is a whole number. */
    public static Optional<Long> number(JsonObject parent, String key) throws MalformedJson {
        try {
            return member(parent, key, JsonNumber.class).map(JsonNumber::longValueExact);
        } catch (ArithmeticException e) {
            throw new MalformedJson("its member '" + key + "' is not a whole number", e);
        }
    }

    /** A member that is an array of texts; empty if it is absent. */
    public static List<String> texts(JsonObject parent, String key) throws MalformedJson {
        return elements(parent, key, JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    /** A descriptor, which has at least a media type, a digest of a known algorithm and a size. */
    public static Descriptor descriptor(JsonObject json) throws MalformedJson {
        Digest digest = text(json, "digest")
                .flatMap(Digest::tryParse)
                .orElseThrow(() -> new MalformedJson("a descriptor in it has no valid digest"));
        MediaType mediaType = mediaType(json, "mediaType")
                .orElseThrow(() -> new MalformedJson("the descriptor of " + digest + " has no media type"));
        return new Descriptor(
                mediaType,
                digest,
                size(json, digest),
                annotations(json),
                mediaType(json, "artifactType").orElse(null));
    }

    /** The member {@code annotations}; empty if it is absent. */
    public static SortedMap<String, String> annotations(JsonObject parent) throws MalformedJson {
        SortedMap<String, String> annotations = new TreeMap<>();
        JsonObject json = object(parent, "annotations").orElse(JsonValue.EMPTY_JSON_OBJECT);
        for (String key : json.keySet()) {
            text(json, key).ifPresent(value -> annotations.put(key, value));
        }
        return annotations;
    }

    /** A media type; empty text counts as absent. */
    public static Optional<MediaType> mediaType(JsonObject parent, String key) throws MalformedJson {
        Optional<String> text = text(parent, key).filter(value -> !value.isEmpty());
        Optional<MediaType> mediaType = text.flatMap(MediaType::tryParse);
        if (text.isPresent() && mediaType.isEmpty()) {
            throw new MalformedJson("its member '" + key + "' is not a media type");
        }
        return mediaType;
    }

    /** Text, which may be empty. */
    public static Optional<String> text(JsonObject parent, String key) throws MalformedJson {
        return member(parent, key, JsonString.class).map(JsonString::getString);
    }

    private static long size(JsonObject json, Digest digest) throws MalformedJson {
        return number(json, "size")
                .filter(size -> size >= 0)
                .orElseThrow(() -> new MalformedJson("the descriptor of " + digest + " has no size of zero or more"));
    }

    private static <T extends JsonValue> List<T> elements(JsonObject parent, String key, Class<T> type)
            throws MalformedJson {
        List<T> elements = new ArrayList<>();
        for (JsonValue element : member(parent, key, JsonArray.class).orElse(JsonValue.EMPTY_JSON_ARRAY)) {
            if (!type.isInstance(element)) {
                throw new MalformedJson("its member '" + key + "' has an element that is a " + element.getValueType()
                        + " instead of " + type.getSimpleName());
            }
            elements.add(type.cast(element));
        }
        return elements;
    }

    private static <T extends JsonValue> Optional<T> member(JsonObject parent, String key, Class<T> type)
            throws MalformedJson {
        JsonValue value = parent.getOrDefault(key, JsonValue.NULL);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new MalformedJson(
                    "its member '" + key + "' is a " + value.getValueType() + " instead of " + type.getSimpleName());
        }
        return Optional.of(type.cast(value));
    }
}
