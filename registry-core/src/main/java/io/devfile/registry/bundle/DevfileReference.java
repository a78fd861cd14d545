package io.devfile.registry.bundle;

import io.devfile.registry.catalog.yaml.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item that a devfile refers to and that is outside of the devfile. */
sealed interface DevfileReference {

    /** The pointer to the mapping with the reference. */
    String pointer();

    /**
     * A file by its address or path.
     *
     * @param devfile whether the file is itself a devfile, with references of its own
     */
    record ByUri(String pointer, String uri, boolean devfile) implements DevfileReference {}

    /**
     * A devfile by its name in a registry.
     *
     * @param registry the address of the registry; empty if the reader of the devfile must know it
     * @param version empty for the default version
     * @param keys the keys of the mapping that make up the reference, besides {@code id}
     */
    record ByRegistry(String pointer, String id, String registry, String version, List<String> keys)
            implements DevfileReference {

        /** The address of the devfile, by the API that all registries have. */
        String address() {
            String base = registry.strip().replaceFirst("/{1,9}$", "") + "/devfiles/" + id;
            return version.isEmpty() ? base : base + "/" + version;
        }
    }

    /** An item that is not a single file. */
    record Elsewhere(String pointer, String what) implements DevfileReference {}

    /** The references of a devfile, in its order: its parent, plugins, manifests and Dockerfiles. */
    static List<DevfileReference> in(Map<String, @Nullable Object> devfile) {
        List<DevfileReference> found = new ArrayList<>();
        addDevfile(found, "/parent", mapping(devfile.get("parent")));
        if (devfile.get("components") instanceof List<?> components) {
            for (int i = 0; i < components.size(); i++) {
                String pointer = JsonPointer.child("/components", i);
                Map<?, ?> component = mapping(components.get(i));
                addDevfile(found, pointer + "/plugin", mapping(component.get("plugin")));
                addFile(found, pointer + "/kubernetes", mapping(component.get("kubernetes")));
                addFile(found, pointer + "/openshift", mapping(component.get("openshift")));
                Map<?, ?> image = mapping(component.get("image"));
                addDockerfile(found, pointer + "/image/dockerfile", mapping(image.get("dockerfile")));
            }
        }
        return found;
    }

    private static void addDevfile(List<DevfileReference> found, String pointer, Map<?, ?> named) {
        if (!text(named, "uri").isEmpty()) {
            found.add(new ByUri(pointer, text(named, "uri"), true));
        } else if (!text(named, "id").isEmpty()) {
            List<String> keys = List.of("registryUrl", "version").stream()
                    .filter(named::containsKey)
                    .toList();
            found.add(new ByRegistry(
                    pointer, text(named, "id"), text(named, "registryUrl"), text(named, "version"), keys));
        } else if (named.containsKey("kubernetes")) {
            found.add(new Elsewhere(pointer, "a resource in a Kubernetes cluster"));
        }
    }

    private static void addFile(List<DevfileReference> found, String pointer, Map<?, ?> named) {
        if (!text(named, "uri").isEmpty()) {
            found.add(new ByUri(pointer, text(named, "uri"), false));
        }
    }

    private static void addDockerfile(List<DevfileReference> found, String pointer, Map<?, ?> named) {
        addFile(found, pointer, named);
        if (named.containsKey("git")) {
            found.add(new Elsewhere(pointer, "a Dockerfile in a Git repository"));
        } else if (named.containsKey("devfileRegistry")) {
            found.add(new Elsewhere(pointer, "a Dockerfile in a registry"));
        }
    }

    private static Map<?, ?> mapping(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> mapping, String key) {
        return mapping.get(key) instanceof String text ? text.strip() : "";
    }
}
