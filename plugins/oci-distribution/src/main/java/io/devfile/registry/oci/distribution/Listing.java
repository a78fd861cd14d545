package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list that consists of pages.
 *
 * @param action continuing the words "Tried to"
 * @param absent the statuses that mean that there is no such list
 */
record Listing<T>(String action, Destination first, Access access, Items<T> items, Set<Integer> absent) {

    /** The number of items to request for a page: the maximum that every registry returns. */
    private static final String SIZE = "n=1000";

    private static final int MAX_PAGES = 1_000;
    private static final int MAX_ITEMS = 100_000;
    private static final int MAX_PAGE_BYTES = 4 * 1024 * 1024;
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<>]*)");
    private static final Pattern NEXT = Pattern.compile("; *rel=\"?next\"?(?:[;, ]|$)");

    @FunctionalInterface
    private interface Items<T> {
        List<T> in(JsonObject page) throws MalformedJson;
    }

    /**
     * The names of the tags of a repository.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags">end-8</a>
     */
    static Listing<String> tags(RemoteRepository repository) {
        return new Listing<>(
                "list the tags of " + repository,
                repository.api("tags/list").withQuery(SIZE),
                repository.access(Access.Right.READ),
                page -> JsonText.texts(page, "tags"),
                Set.of(404));
    }

    /**
     * The names of all repositories, with their prefixes.
     *
     * @see <a href="https://distribution.github.io/distribution/spec/api/#listing-repositories">Listing repositories</a>
     */
    static Listing<String> repositories(RemoteRegistry registry) {
        return new Listing<>(
                "list the repositories at " + registry,
                registry.api("_catalog").withQuery(SIZE),
                new Access("_catalog", Access.Right.READ),
                page -> JsonText.texts(page, "repositories"),
                Set.of(404));
    }

    /**
     * The referrers of a manifest; there is no such list if the registry does not support the referrers API.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">end-12a</a>
     */
    static Listing<Descriptor> referrers(RemoteRepository repository, Digest subject) {
        return new Listing<>(
                "list the referrers of the manifest " + subject + " of " + repository,
                repository.api("referrers/" + subject),
                repository.access(Access.Right.READ),
                page -> JsonText.descriptors(page, "manifests"),
                Set.of(404, 405));
    }

    /**
     * Reads all pages, up to a limit.
     *
     * @return the items in the registry's order; empty if there is no such list
     */
    Optional<List<T>> read(RegistryClient client) throws OciBackendException {
        List<T> all = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Destination next = first;
        while (next != null) {
            if (!seen.add(next.address())) {
                throw endless("the pages of the registry form a loop");
            }
            Optional<Page<T>> page = client.call(new ReadPage<>(this, next));
            if (page.isEmpty()) {
                return seen.size() == 1 ? Optional.empty() : Optional.of(all);
            }
            all.addAll(page.get().items());
            if (seen.size() >= MAX_PAGES || all.size() > MAX_ITEMS) {
                throw endless("the list of the registry did not end after " + seen.size() + " pages and " + all.size()
                        + " entries");
            }
            next = page.get().next();
        }
        return Optional.of(all);
    }

    /** The exception if there has to be such a list, but there is none. */
    NotAllowedException absent(RemoteRegistry registry) {
        return new NotAllowedException(
                action,
                registry.origin() + " responded that there is no such list",
                "This registry does not list its repositories.");
    }

    private OciBackendException endless(String reason) {
        return new OciBackendException(
                action, reason, "Check that url is the address of a registry and that the registry works correctly.");
    }

    private record Page<T>(List<T> items, @Nullable Destination next) {}

    private record ReadPage<T>(Listing<T> listing, Destination page) implements Operation<Optional<Page<T>>> {

        @Override
        public String action() {
            return listing.action();
        }

        @Override
        public Call call() {
            return Call.of("GET", page, listing.access());
        }

        @Override
        public Optional<Page<T>> take(Response response) throws CallFailedException, MalformedJson {
            if (listing.absent().contains(response.status())) {
                return Optional.empty();
            }
            if (response.status() != 200) {
                throw RegistryError.unexpected(response);
            }
            JsonObject json = JsonText.object(response.bytes(MAX_PAGE_BYTES));
            return Optional.of(new Page<>(listing.items().in(json), next(response)));
        }

        /**
         * The next page according to the header {@code Link}.
         *
         * @throws CallFailedException if the next page is not at the same registry
         * @see <a href="https://www.rfc-editor.org/rfc/rfc8288#section-3">RFC 8288, section 3</a>
         */
        private static @Nullable Destination next(Response response) throws CallFailedException {
            for (String header : response.headers("Link")) {
                Matcher link = LINK.matcher(header);
                while (link.find()) {
                    if (NEXT.matcher(link.group(2)).find()) {
                        return sameRegistry(response.from(), link.group(1));
                    }
                }
            }
            return null;
        }

        private static Destination sameRegistry(Destination from, String link) throws CallFailedException {
            Destination next = from.resolve("Link", link);
            if (!next.origin().equals(from.origin())) {
                throw CallFailedException.permanent(
                        "the next page of a list of " + from.origin() + " is at another address: " + next.origin(),
                        "Correct the configuration of the registry, or of the proxy in front of it.");
            }
            return next;
        }
    }
}
