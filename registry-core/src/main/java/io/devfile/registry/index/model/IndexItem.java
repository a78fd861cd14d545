package io.devfile.registry.index.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What an entry and a version have in common. Text that is absent is the empty string, collections that are absent are
 * empty; all are unmodifiable.
 */
public sealed interface IndexItem permits IndexEntry, IndexVersion {

    String description();

    List<String> tags();

    /** Empty: it runs on all of them. */
    List<String> architectures();

    /** An address of an image. */
    String icon();

    /** Name to address, in name order. */
    SortedMap<String, String> links();

    /** Whether there is a command for a group ({@code build}, {@code run}, …), in name order. */
    SortedMap<String, Boolean> commandGroups();

    /** Whether it is meant for {@code innerloop} and {@code outerloop}, in name order. */
    SortedMap<String, Boolean> deploymentScopes();

    /** Names of the files that make up the artifact. */
    List<String> resources();

    /** Names of the starter projects. */
    List<String> starterProjects();

    Optional<GitOrigin> git();

    /** With the offset that its source gave it, since the index writes it back so. */
    Optional<OffsetDateTime> lastModified();
}
