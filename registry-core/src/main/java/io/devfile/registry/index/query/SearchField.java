package io.devfile.registry.index.query;

import static io.devfile.registry.index.query.Extraction.entryList;
import static io.devfile.registry.index.query.Extraction.entryText;
import static io.devfile.registry.index.query.Extraction.gitList;
import static io.devfile.registry.index.query.Extraction.gitText;
import static io.devfile.registry.index.query.Extraction.list;
import static io.devfile.registry.index.query.Extraction.text;
import static io.devfile.registry.index.query.Extraction.trueNames;

import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import java.util.List;

/** The fields that are searched by text, and the parameters for it. */
enum SearchField {
    NAME("name", entryText(IndexEntry::name)),
    DISPLAY_NAME("displayName", entryText(IndexEntry::displayName)),
    PROJECT_TYPE("projectType", entryText(IndexEntry::projectType)),
    LANGUAGE("language", entryText(IndexEntry::language)),
    PROVIDER("provider", entryText(IndexEntry::provider)),
    SUPPORT_URL("supportUrl", entryText(IndexEntry::supportUrl)),
    DESCRIPTION("description", text(IndexItem::description)),
    ICON_URI("iconUri", text(IndexItem::icon)),
    GIT_URL("gitUrl", gitText(GitOrigin::url)),
    GIT_REMOTE_NAME("gitRemoteName", gitText(GitOrigin::remoteName)),
    GIT_SUB_DIR("gitSubDir", gitText(GitOrigin::subDir)),
    GIT_REVISION("gitRevision", gitText(GitOrigin::revision)),
    TAGS("tags", list(IndexItem::tags)),
    RESOURCES("resources", list(IndexItem::resources)),
    STARTER_PROJECTS("starterProjects", list(IndexItem::starterProjects)),
    ARCHITECTURES("arch", list(IndexItem::architectures), "amd64", "arm64", "ppc64le", "s390x"),
    ATTRIBUTE_NAMES("attributeNames", entryList(entry -> entry.attributes().keySet())),
    LINK_NAMES("linkNames", list(item -> item.links().keySet())),
    LINKS("links", list(item -> item.links().values())),
    GIT_REMOTE_NAMES("gitRemoteNames", gitList(git -> git.remotes().keySet())),
    GIT_REMOTES("gitRemotes", gitList(git -> git.remotes().values())),
    COMMAND_GROUPS("commandGroups", trueNames(IndexItem::commandGroups), "build", "run", "test", "debug", "deploy"),
    DEPLOYMENT_SCOPES("deploymentScopes", trueNames(IndexItem::deploymentScopes), "innerloop", "outerloop");

    final String parameter;
    final Extraction extraction;
    /** The permitted values; empty if any text is permitted. */
    final List<String> choices;

    SearchField(String parameter, Extraction extraction, String... choices) {
        this.parameter = parameter;
        this.extraction = extraction;
        this.choices = List.of(choices);
    }

    boolean appliesTo(IndexFormat format) {
        return format == IndexFormat.V2 || this != COMMAND_GROUPS && this != DEPLOYMENT_SCOPES;
    }

    /** Whether an item without the field matches every value: no architectures means all of them. */
    boolean matchesWhenAbsent() {
        return this == ARCHITECTURES;
    }

    /** Any text, or a value from a fixed list. */
    Parameters.Syntax<String> syntax() {
        return choices.isEmpty() ? Syntaxes::text : Syntaxes.oneOf(choices);
    }
}
