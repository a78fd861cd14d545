package io.devfile.registry.catalog.devfile;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of the metadata of a devfile. */
public final class Metadata {

    /** Text that the registry requires. */
    static final List<String> REQUIRED = List.of("name", "displayName", "language", "projectType", "version");

    /** Text that is useful to users. */
    public static final List<String> WANTED = List.of("provider", "supportUrl");

    static final String DEPLOYMENT_SCOPES = "deploymentScopes";

    private static final List<String> OTHERS = List.of(
            "architectures",
            "attributes",
            DEPLOYMENT_SCOPES,
            "description",
            "globalMemoryLimit",
            "icon",
            "tags",
            "website");

    /** All keys that the registry knows. */
    static final Set<String> KNOWN =
            Stream.of(REQUIRED, WANTED, OTHERS).flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    private Metadata() {}
}
