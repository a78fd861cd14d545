package io.devfile.registry.viewer.detail;

import java.util.Optional;

/** Describes a reference from a devfile to another devfile that it uses. */
final class Reference {

    private Reference() {}

    /** The devfile that a parent or plugin refers to, in words; empty if there is no reference. */
    static String of(Part reference) {
        String version = reference.text("version");
        String registry = reference.text("registryUrl");
        return Optional.of(reference.text("id"))
                .filter(id -> !id.isEmpty())
                .map(id ->
                        id + (version.isEmpty() ? "" : " " + version) + (registry.isEmpty() ? "" : " from " + registry))
                .or(() -> Optional.of(reference.text("uri")).filter(uri -> !uri.isEmpty()))
                .orElseGet(() -> kubernetes(reference.at("kubernetes")));
    }

    private static String kubernetes(Part resource) {
        String name = resource.text("name");
        String namespace = resource.text("namespace");
        return name.isEmpty() ? "" : name + (namespace.isEmpty() ? "" : " in namespace " + namespace);
    }
}
