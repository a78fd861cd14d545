package io.devfile.registry.viewer.detail;

import java.util.List;

/**
 * What is in a devfile.
 *
 * @param parent the devfile that it builds on, in words; empty where it stands by itself
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
