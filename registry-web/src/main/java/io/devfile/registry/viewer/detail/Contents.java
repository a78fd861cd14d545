package io.devfile.registry.viewer.detail;

import java.util.List;

/**
 * The contents of a devfile.
 *
 * @param parent the devfile that it extends, in words; empty if there is none
 */
public record Contents(
        String parent,
        List<ComponentView> components,
        List<CommandView.Group> commands,
        List<EndpointView> endpoints,
        List<StarterView> starterProjects) {

    static Contents of(Part devfile, List<StarterView> starterProjects) {
        return new Contents(
                Reference.of(devfile.at("parent")),
                ComponentView.all(devfile),
                CommandView.groups(devfile),
                EndpointView.all(devfile),
                starterProjects);
    }
}
