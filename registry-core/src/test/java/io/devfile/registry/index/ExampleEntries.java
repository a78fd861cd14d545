package io.devfile.registry.index;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small registry in which every filter matches some entries and excludes others. */
final class ExampleEntries {

    /** Versions that differ in every field; one has an unusual spelling. */
    static final IndexEntry RUST_WEB = IndexEntry.builder(EntryType.STACK, "rust-web")
            .attributes(Map.of("alphaTool", Map.of("level", 3), "beta", "yes"))
            .displayName("Rust  Web")
            .description("Serves Web\n pages")
            .tags(List.of("Rust", "Web"))
            .icon("https://icons.example/rust.svg")
            .projectType("cargo")
            .language("Rust")
            .provider("Ferris Inc")
            .supportUrl("https://help.example/rust")
            .versions(List.of(
                    IndexVersion.builder("2.10.0")
                            .schemaVersion("2.3.0-alpha")
                            .description("Nightly pages")
                            .tags(List.of("Rust", "Nightly"))
                            .architectures(List.of("amd64"))
                            .icon("https://icons.example/nightly.svg")
                            .links(Map.of("self", "devfile-catalog/rust-web:2.10.0", "docs", "https://docs.example/"))
                            .commandGroups(Map.of("build", true, "deploy", true, "run", false))
                            .deploymentScopes(Map.of("innerloop", true, "outerloop", false))
                            .resources(List.of("archive.tar", "devfile.yaml"))
                            .starterProjects(List.of("hello-rust"))
                            .lastModified(OffsetDateTime.parse("2025-06-01T01:00:00+02:00"))
                            .build(),
                    IndexVersion.builder("2.9.0")
                            .schemaVersion("2.2.0")
                            .isDefault(true)
                            .description("Stable")
                            .tags(List.of("Rust", "Stable"))
                            .architectures(List.of("amd64", "arm64"))
                            .links(Map.of("self", "devfile-catalog/rust-web:2.9.0"))
                            .commandGroups(Map.of("build", true, "run", true))
                            .deploymentScopes(Map.of("outerloop", true))
                            .resources(List.of("devfile.yaml"))
                            .starterProjects(List.of("hello-rust", "old-rust"))
                            .lastModified(OffsetDateTime.parse("2024-03-10T12:00:00Z"))
                            .build(),
                    IndexVersion.builder("1.0").schemaVersion("2.1.0").build()))
            .lastModified(OffsetDateTime.parse("2025-06-01T01:00:00+02:00"))
            .build();

    /** Deprecated only by its default version; its version has git. */
    static final IndexEntry GO_CLI = IndexEntry.builder(EntryType.STACK, "go-cli")
            .displayName("Go CLI")
            .language("Go")
            .tags(List.of("Go"))
            .versions(List.of(IndexVersion.builder("1.1.0")
                    .schemaVersion("2.2.0")
                    .isDefault(true)
                    .tags(List.of("Go", "Deprecated"))
                    .architectures(List.of("s390x"))
                    .git(new GitOrigin(new TreeMap<>(), "https://git.example/go", "upstream", "cli", "v1"))
                    .links(Map.of("self", "devfile-catalog/go-cli:1.1.0"))
                    .lastModified(OffsetDateTime.parse("2025-01-15T10:00:00Z"))
                    .build()))
            .lastModified(OffsetDateTime.parse("2025-01-15T10:00:00Z"))
            .build();

    /** Has a version that is not a number, and whose schema version is not a number either. */
    static final IndexEntry ROLLING = IndexEntry.builder(EntryType.STACK, "rolling")
            .language("Zig")
            .versions(List.of(IndexVersion.builder("latest")
                    .schemaVersion("two")
                    .isDefault(true)
                    .build()))
            .build();

    /** Has no default version, so it is not in the v1 index. */
    static final IndexEntry UNDECIDED = IndexEntry.builder(EntryType.STACK, "undecided")
            .language("Zig")
            .versions(List.of(
                    IndexVersion.builder("0.2.0-rc.1").schemaVersion("2.2.0").build()))
            .build();

    /** Has no versions, but its own fields. */
    static final IndexEntry RUST_DEMO = IndexEntry.builder(EntryType.SAMPLE, "rust-demo")
            .language("Rust")
            .architectures(List.of("arm64"))
            .commandGroups(Map.of("test", true))
            .deploymentScopes(Map.of("innerloop", true))
            .git(new GitOrigin(
                    new TreeMap<>(Map.of("fork", "https://git.example/fork", "origin", "https://git.example/demo")),
                    "https://git.example/demo",
                    "origin",
                    "app",
                    "main"))
            .lastModified(OffsetDateTime.parse("2025-01-15T10:00:00Z"))
            .build();

    /** Has the same name as a stack, and is deprecated by its own tags; git is in its versions. */
    static final IndexEntry GO_CLI_SAMPLE = IndexEntry.builder(EntryType.SAMPLE, "go-cli")
            .language("Go")
            .tags(List.of("Go", "Deprecated"))
            .versions(List.of(
                    IndexVersion.builder("2.0.0")
                            .git(GitOrigin.of(Map.of("origin", "https://git.example/sample"), "two"))
                            .build(),
                    IndexVersion.builder("1.0.0")
                            .isDefault(true)
                            .tags(List.of("Go"))
                            .git(GitOrigin.of(Map.of("origin", "https://git.example/sample"), "one"))
                            .build()))
            .build();

    static final List<IndexEntry> ALL = List.of(RUST_WEB, GO_CLI, ROLLING, UNDECIDED, RUST_DEMO, GO_CLI_SAMPLE);

    private ExampleEntries() {}
}
