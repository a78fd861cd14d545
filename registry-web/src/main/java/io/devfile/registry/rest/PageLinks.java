package io.devfile.registry.rest;

import io.devfile.registry.index.query.Page;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The addresses of the other parts of a list, for the header Link.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288#section-3">RFC 8288, section 3</a>
 */
final class PageLinks {

    private final UriInfo address;
    private final int limit;
    private final List<String> links = new ArrayList<>();

    private PageLinks(UriInfo address, int limit) {
        this.address = address;
        this.limit = limit;
    }

    /** Empty if all elements were requested. */
    static Optional<String> of(UriInfo address, Page page, int total) {
        if (!page.isLimited()) {
            return Optional.empty();
        }
        PageLinks all = new PageLinks(address, page.limit());
        int last = Math.max(0, (total - 1) / page.limit() * page.limit());
        all.add("first", 0);
        if (page.offset() > 0) {
            all.add("prev", Math.min(last, Math.max(0, page.offset() - page.limit())));
        }
        if ((long) page.offset() + page.limit() < total) {
            all.add("next", page.offset() + page.limit());
        }
        all.add("last", last);
        return Optional.of(String.join(", ", all.links));
    }

    private void add(String relation, int offset) {
        URI uri = address.getRequestUriBuilder()
                .replaceQueryParam("limit", limit)
                .replaceQueryParam("offset", offset)
                .build();
        // without the host, so that the response is the same for all
        links.add("<" + uri.getRawPath() + "?" + uri.getRawQuery() + ">; rel=\"" + relation + "\"");
    }
}
