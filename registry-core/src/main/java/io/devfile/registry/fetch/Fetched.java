package io.devfile.registry.fetch;

import java.util.function.Function;

/**
 * The result of a fetch.
 *
 * @param <T> the form of the content
 */
public sealed interface Fetched<T> {

    /**
     * The content.
     *
     * @param mediaType the media type in the response, without parameters and in lower case; empty if it has none
     * @param validators for the next request
     */
    record Content<T>(T content, String mediaType, Validators validators) implements Fetched<T> {}

    /** The content that the caller has is unchanged. */
    record NotModified<T>() implements Fetched<T> {}

    /** The same with the content in another form. */
    default <R> Fetched<R> map(Function<? super T, ? extends R> form) {
        return this instanceof Content<T> found
                ? new Content<>(form.apply(found.content()), found.mediaType(), found.validators())
                : new NotModified<>();
    }
}
