package io.devfile.registry.state;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The format in which a state is stored on disk, for JSON-B: the catalogs of the sources, with the files named by
 * their digests. Absent fields are null in this class only.
 */
public final class StateDocument {

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    static final int FORMAT = 3;

    public int format;
    public @Nullable String builtAt;
    public @Nullable List<Source> sources;

    /** A source's catalog. */
    public static final class Source {
        public @Nullable String name;
        public @Nullable String configuration;
        public @Nullable String revision;
        public @Nullable List<Entry> entries;
        public @Nullable List<Problem> findings;
        public @Nullable List<Reference> references;
    }

    /** A Git reference, and the content found there. */
    public static final class Reference {
        public @Nullable String url;
        public @Nullable String revision;
        public @Nullable String subDir;
        public @Nullable String found;
    }

    /** An entry with its files. */
    public static final class Entry {
        public @Nullable Item index;
        public @Nullable String directory;
        public @Nullable File stackYaml;
        public @Nullable Map<String, Content> contents;
    }

    /** An index entry or, without the fields that only entries have, a version of an entry. */
    public static final class Item {
        public @Nullable String name;
        public @Nullable String type;
        public @Nullable String version;
        public @Nullable String schemaVersion;
        public @Nullable Boolean isDefault;
        public @Nullable Map<String, Object> attributes;
        public @Nullable String displayName;
        public @Nullable String description;
        public @Nullable List<String> tags;
        public @Nullable List<String> architectures;
        public @Nullable String icon;
        public @Nullable String globalMemoryLimit;
        public @Nullable String projectType;
        public @Nullable String language;
        public @Nullable Map<String, String> links;
        public @Nullable Map<String, Boolean> commandGroups;
        public @Nullable Map<String, Boolean> deploymentScopes;
        public @Nullable List<String> resources;
        public @Nullable List<String> starterProjects;
        public @Nullable Git git;
        public @Nullable String provider;
        public @Nullable String supportUrl;
        public @Nullable List<Item> versions;
        public @Nullable String lastModified;
    }

    /** A Git origin. */
    public static final class Git {
        public @Nullable Map<String, String> remotes;
        public @Nullable String url;
        public @Nullable String remoteName;
        public @Nullable String subDir;
        public @Nullable String revision;
    }

    /** The files of a version. */
    public static final class Content {
        public @Nullable String devfile;
        public @Nullable Map<String, File> files;
        public @Nullable Map<String, File> resources;
        public @Nullable List<Starter> starterProjects;
    }

    /** A file by its digest. */
    public static final class File {
        public @Nullable String digest;
        public long size;
    }

    /** A starter project. */
    public static final class Starter {
        public @Nullable String name;
        public @Nullable String zip;
        public @Nullable String subDir;
        public @Nullable Git git;
        public @Nullable File offline;
    }

    /** A finding. */
    public static final class Problem {
        public @Nullable String severity;
        public @Nullable String file;
        public @Nullable String pointer;
        public int line;
        public int column;
        public @Nullable String rule;
        public @Nullable String message;
    }
}
