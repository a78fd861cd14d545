package io.devfile.registry.index.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The fields that an entry and a version have in common. Absent text is the empty string, absent collections are empty;
 * all collections are unmodifiable.
 */
public sealed interface IndexItem permits IndexEntry, IndexVersion {

    String description();

    List<String> tags();

    /** The supported architectures; empty if all are supported. */
    List<String> architectures();

    /** The address of an image. */
    String icon();

    /** Name to address, in name order. */
    SortedMap<String, String> links();

    /** Whether there is a command for each group ({@code build}, {@code run}, …), in name order. */
    SortedMap<String, Boolean> commandGroups();

    /** Whether it is intended for {@code innerloop} and {@code outerloop}, in name order. */
    SortedMap<String, Boolean> deploymentScopes();

    /** The names of the files in the artifact. */
    List<String> resources();

    /** The names of the starter projects. */
    List<String> starterProjects();

    Optional<GitOrigin> git();

    /** With the offset from the source, because the index writes the same offset. */
    Optional<OffsetDateTime> lastModified();
}
