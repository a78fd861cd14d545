package io.devfile.registry.viewer.detail;

import java.util.List;
import java.util.stream.Stream;

/**
 * An endpoint of a component.
 *
 * @param exposure {@code public}, {@code internal} or {@code none}; public if the devfile does not set it
 */
public record EndpointView(String name, String component, String port, String protocol, String exposure, String path) {

    static List<EndpointView> all(Part devfile) {
        return devfile.at("components").items().stream()
                .flatMap(component -> Stream.of("container", "kubernetes", "openshift")
                        .flatMap(kind -> component.at(kind).at("endpoints").items().stream())
                        .map(endpoint -> of(component.text("name"), endpoint)))
                .toList();
    }

    private static EndpointView of(String component, Part endpoint) {
        return new EndpointView(
                endpoint.text("name"),
                component,
                endpoint.text("targetPort"),
                orElse(endpoint.text("protocol"), "http"),
                orElse(endpoint.text("exposure"), "public"),
                endpoint.text("path"));
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
