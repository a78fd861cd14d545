package io.devfile.registry.sample;

import io.devfile.registry.catalog.VersionContent;
import org.jspecify.annotations.Nullable;

/**
 * The devfile in a tree at a remote.
 *
 * @param id the id of the tree
 * @param content the content, including the devfile; absent if there is no devfile that can be served
 * @param problem why there is no such devfile
 */
record RemoteSample(
        String id,
        @Nullable VersionContent content,
        @Nullable SampleFailure problem) {}
