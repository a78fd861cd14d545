package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of a list.
 *
 * @param next the address of the next part
 */
record Page<T>(List<T> items, Optional<Destination> next) {

    /** The number of items to request: the maximum that every registry returns. */
    static final int SIZE = 1000;

    /** Maximum size in bytes. */
    private static final int MAX_SIZE = 4 * 1024 * 1024;

    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<>]*)");
    private static final Pattern NEXT = Pattern.compile("; *rel=\"?next\"?(?:[;, ]|$)");

    Page {
        items = List.copyOf(items);
    }

    /** The page in a response: the texts in one member of its JSON. */
    static Page<String> texts(Answer answer, String member, Deadline deadline)
            throws CallFailedException, MalformedJson {
        return of(JsonText.texts(json(answer, deadline), member), answer);
    }

    /** The page in a response: the descriptors in an image index. */
    static Page<Descriptor> descriptors(Answer answer, Deadline deadline) throws CallFailedException, MalformedJson {
        return of(JsonText.descriptors(json(answer, deadline), "manifests"), answer);
    }

    private static JsonObject json(Answer answer, Deadline deadline) throws CallFailedException, MalformedJson {
        if (answer.status() != 200) {
            throw RegistryError.unexpected(answer);
        }
        return JsonText.object(answer.bytes(MAX_SIZE, deadline));
    }

    /**
     * A page with these items, and the next page according to the header {@code Link} of the response.
     *
     * @throws CallFailedException if the next page is not at the same registry
     * @see <a href="https://www.rfc-editor.org/rfc/rfc8288#section-3">RFC 8288, section 3</a>
     */
    private static <T> Page<T> of(List<T> items, Answer answer) throws CallFailedException {
        for (String header : answer.headers("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    return new Page<>(items, Optional.of(next(answer.from(), link.group(1))));
                }
            }
        }
        return new Page<>(items, Optional.empty());
    }

    private static Destination next(Destination from, String link) throws CallFailedException {
        Destination next = from.resolve("Link", link);
        if (!next.origin().equals(from.origin())) {
            throw CallFailedException.lasting(
                    "the next page of a list of " + from.origin() + " is at another address: " + next.origin(),
                    "Correct the configuration of the registry, or of the proxy in front of it.");
        }
        return next;
    }
}
