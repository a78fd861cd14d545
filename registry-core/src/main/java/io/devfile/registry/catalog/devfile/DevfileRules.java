package io.devfile.registry.catalog.devfile;

import java.util.List;

/** All rules there are. */
final class DevfileRules {

    static final List<DevfileRule> SPECIFICATION = List.of(
            new TextLengths(),
            new UniqueComponentNames(),
            new UniqueCommandIds(),
            new UniqueProjectNames(),
            new CommandComponents(),
            new CompositeCommands(),
            new DefaultCommands(),
            new EventCommands(),
            new UniqueEndpointNames(),
            new UniqueTargetPorts(),
            new ValidPorts(),
            new MountedVolumes(),
            new ReservedVariables(),
            new ContainerResources(),
            new VolumeSizes(),
            new AgreeingAnnotations(),
            new ValidUris(),
            new ProjectRemotes(),
            new SingleRemotes());

    static final List<DevfileRule> REGISTRY =
            List.of(new RequiredMetadata(), new MisspeltMetadata(), new DeploymentScopes());

    private DevfileRules() {}
}
