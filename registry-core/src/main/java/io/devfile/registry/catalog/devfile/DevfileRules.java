package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.finding.Rule;
import java.util.List;

/** The list of all rules. */
final class DevfileRules {

    static final List<Check> SPECIFICATION = List.of(
            new Check(Rule.TEXT_LENGTH, new TextLengths()),
            new Check(Rule.DUPLICATE_COMPONENT, new UniqueComponentNames()),
            new Check(Rule.DUPLICATE_COMMAND, new UniqueCommandIds()),
            new Check(Rule.DUPLICATE_PROJECT, new UniqueProjectNames()),
            new Check(Rule.UNKNOWN_COMPONENT, new CommandComponents()),
            new Check(Rule.COMPOSITE_COMMAND, new CompositeCommands()),
            new Check(Rule.DEFAULT_COMMAND, new DefaultCommands()),
            new Check(Rule.EVENT_COMMAND, new EventCommands()),
            new Check(Rule.DUPLICATE_ENDPOINT, new UniqueEndpointNames()),
            new Check(Rule.DUPLICATE_TARGET_PORT, new UniqueTargetPorts()),
            new Check(Rule.PORT_RANGE, new ValidPorts()),
            new Check(Rule.UNKNOWN_VOLUME, new MountedVolumes()),
            new Check(Rule.RESERVED_VARIABLE, new ReservedVariables()),
            new Check(Rule.CONTAINER_RESOURCES, new ContainerResources()),
            new Check(Rule.VOLUME_SIZE, new VolumeSizes()),
            new Check(Rule.CONFLICTING_ANNOTATIONS, new AgreeingAnnotations()),
            new Check(Rule.INVALID_URI, new ValidUris()),
            new Check(Rule.PROJECT_REMOTE, new ProjectRemotes()),
            new Check(Rule.STARTER_REMOTE, new SingleRemotes()));

    static final List<Check> REGISTRY = List.of(
            new Check(Rule.MISSING_METADATA, new RequiredMetadata()),
            new Check(Rule.UNKNOWN_KEY, new MisspeltMetadata()),
            new Check(Rule.DEPLOYMENT_SCOPES, new DeploymentScopes()));

    /** A rule, and what checks it. */
    record Check(Rule rule, DevfileRule check) {
        void run(Devfile devfile, Violations report) {
            report.checking(rule);
            check.check(devfile, report);
        }
    }

    private DevfileRules() {}
}
