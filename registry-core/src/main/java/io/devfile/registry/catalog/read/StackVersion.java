package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.index.model.IndexVersion;
import java.util.List;

/** A version that was read: its facts and its files. */
record StackVersion(DevfileFacts facts, VersionContent content, IndexVersion index) {

    static StackVersion of(
            DevfileFacts facts, VersionFiles files, List<StarterProject> projects, IndexVersion.Builder started) {
        IndexVersion index = EntryFields.metadata(started, facts.metadata())
                .schemaVersion(facts.schemaVersion())
                .commandGroups(facts.commandGroups())
                .resources(files.resources().keySet().stream().toList())
                .starterProjects(projects.stream().map(StarterProject::name).toList())
                .build();
        return new StackVersion(facts, files.content(facts, projects), index);
    }
}
