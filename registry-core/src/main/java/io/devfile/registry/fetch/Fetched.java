package io.devfile.registry.fetch;

import java.util.function.Function;

/**
 * What came of a fetch.
 *
 * @param <T> the form of the content
 */
public sealed interface Fetched<T> {

    /**
     * The content.
     *
     * @param mediaType as the remote says, without parameters and in lower case; empty where it does not say
     * @param validators to ask with next time
     */
    record Content<T>(T content, String mediaType, Validators validators) implements Fetched<T> {}

    /** It is what is at hand already. */
    record NotModified<T>() implements Fetched<T> {}

    /** The same with the content in another form. */
    default <R> Fetched<R> map(Function<? super T, ? extends R> form) {
        return this instanceof Content<T> found
                ? new Content<>(form.apply(found.content()), found.mediaType(), found.validators())
                : new NotModified<>();
    }
}
