package io.devfile.registry.catalog.finding;

import java.util.Locale;

/** The rules that findings are about. The identifiers are stable: people search for them and suppress them. */
public enum Rule {
    YAML_SYNTAX("The file is YAML 1.2 within the limits of the registry."),
    YAML_DIALECT("The file means the same to tools that read YAML 1.1."),
    UNREADABLE_FILE("Files can be read and are not too large, and links stay inside the repository."),
    WRONG_TYPE("Values have the type that the field needs."),
    TEXT_LENGTH("Texts are not longer than their limit."),
    SCHEMA_VERSION("The devfile names a schemaVersion that is known."),
    SCHEMA("The devfile matches the JSON schema of its schemaVersion."),
    DUPLICATE_COMPONENT("Components have different names."),
    DUPLICATE_COMMAND("Commands have different ids."),
    DUPLICATE_PROJECT("Projects have different names."),
    DUPLICATE_ENDPOINT("Endpoints have different names."),
    DUPLICATE_TARGET_PORT("Different containers do not use the same target port."),
    UNKNOWN_COMPONENT("Commands name a component that exists and that can run them."),
    COMPOSITE_COMMAND("Composite commands name commands that exist, and not themselves."),
    DEFAULT_COMMAND("A command group has one default command."),
    EVENT_COMMAND("Events name commands that exist and that can run at the event."),
    PORT_RANGE("Ports are from 0 to 65535."),
    UNKNOWN_VOLUME("Volume mounts name a volume component."),
    RESERVED_VARIABLE("Environment variables do not have reserved names."),
    CONTAINER_RESOURCES("Resource requests are quantities and not above their limits."),
    VOLUME_SIZE("Volume sizes are quantities."),
    CONFLICTING_ANNOTATIONS("Annotations of one name have one value."),
    INVALID_URI("Addresses are URIs."),
    PROJECT_REMOTE("Projects with several remotes say which one to check out."),
    STARTER_REMOTE("Starter projects have one remote."),
    MISSING_METADATA("Entries have the metadata that the registry needs."),
    UNKNOWN_KEY("Keys are not misspelt."),
    DEPLOYMENT_SCOPES("Deployment scopes are known and are true or false."),
    INVALID_NAME("Stacks, versions and entries have names that can be used in addresses."),
    NAME_MISMATCH("Directories are named after the stack and the version that are in them."),
    MISSING_VERSIONS("A stack has versions."),
    DEFAULT_VERSION("One version is the default."),
    MISSING_VERSION("Each version that stack.yaml lists has a directory."),
    UNLISTED_VERSION("Each directory with a devfile is listed in stack.yaml."),
    MISSING_DEVFILE("A version has one devfile."),
    DUPLICATE_ENTRY("Entries have different names, also in different sources."),
    GIT_REFERENCE("Git references of versions can be fetched."),
    NOT_FETCHED("Git references are fetched, because the registry is not offline."),
    SAMPLE_REMOTE("A sample has a Git remote; if it has several, one is the default."),
    SAMPLE_CONTENT("The devfiles of samples can be fetched."),
    INVALID_ICON("Icons are images or http and https addresses of images."),
    RELATIVE_URI("Relative URIs refer to files beside the devfile."),
    STARTER_PROJECT("Starter projects can be fetched, from their remote or from a zip beside the devfile."),
    PARENT("Parents can be fetched."),
    RESERVED_FILE_NAME("Files do not have names that the registry uses itself."),
    LAST_MODIFIED("last_modified.json lists names, versions and times."),
    SYMBOLIC_LINK("Stacks are directories and not symbolic links."),
    TOO_MANY_FINDINGS("A file does not have more findings than can be listed."),
    DEFECT("The registry itself does not fail.");

    private final String description;

    Rule(String description) {
        this.description = description;
    }

    /** Such as {@code missing-metadata}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the rule requires of the content, in a sentence. */
    public String description() {
        return description;
    }
}
