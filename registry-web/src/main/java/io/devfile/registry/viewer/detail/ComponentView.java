package io.devfile.registry.viewer.detail;

import java.util.List;
import java.util.stream.Stream;

/**
 * A component of a devfile.
 *
 * @param kind {@code Container}, {@code Volume}, …
 * @param content its image, or the origin of its content; empty if it has none
 * @param memory request and limit, if they are given
 * @param cpu request and limit, if they are given
 */
public record ComponentView(String name, String kind, String content, String memory, String cpu) {

    static List<ComponentView> all(Part devfile) {
        return devfile.at("components").items().stream().map(ComponentView::of).toList();
    }

    private static ComponentView of(Part component) {
        String name = component.text("name");
        Part container = component.at("container");
        if (container.exists()) {
            return new ComponentView(
                    name, "Container", container.text("image"), range(container, "memory"), range(container, "cpu"));
        }
        Part image = component.at("image");
        if (image.exists()) {
            return simple(name, "Image", image.text("imageName"));
        }
        Part volume = component.at("volume");
        if (volume.exists()) {
            return simple(name, "Volume", volume.at("ephemeral").isTrue() ? "ephemeral" : volume.text("size"));
        }
        Part kubernetes = component.at("kubernetes");
        if (kubernetes.exists()) {
            return simple(name, "Kubernetes", manifest(kubernetes));
        }
        Part openshift = component.at("openshift");
        if (openshift.exists()) {
            return simple(name, "OpenShift", manifest(openshift));
        }
        Part plugin = component.at("plugin");
        return plugin.exists()
                ? simple(name, "Plugin", Reference.of(plugin))
                : simple(name, component.at("custom").exists() ? "Custom" : "Other", "");
    }

    private static ComponentView simple(String name, String kind, String content) {
        return new ComponentView(name, kind, content, "", "");
    }

    private static String manifest(Part body) {
        return body.at("uri").exists() ? body.text("uri") : body.at("inlined").exists() ? "written in the devfile" : "";
    }

    private static String range(Part container, String what) {
        String request = container.text(what + "Request");
        String limit = container.text(what + "Limit");
        return Stream.of(
                        request.isEmpty() ? "" : request + " requested",
                        limit.isEmpty()
                                ? ""
                                : (request.isEmpty() ? "up to " : "") + limit + (request.isEmpty() ? "" : " at most"))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
