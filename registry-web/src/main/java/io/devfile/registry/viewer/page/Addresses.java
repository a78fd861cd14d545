package io.devfile.registry.viewer.page;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * All URLs. Paths begin with {@code /}; the version {@code ""} stands for an entry without versions.
 *
 * @param base the URL of the registry, {@code scheme://host[:port]} without a path
 * @param registry the slug of the registry's name
 */
public record Addresses(String base, String registry) {

    /** The page with all entries. */
    public static final String CATALOGUE = "/viewer";

    /** The page about the registry itself. */
    public static final String STATUS = "/viewer/status";

    /** The Atom feed. */
    public static final String FEED = "/viewer/feed.xml";

    /** The page of an entry, which shows its default version. */
    public String entry(String name) {
        return entries() + "/" + PathSegment.encode(name);
    }

    /** The path below which the pages of all entries are. */
    public String entries() {
        return CATALOGUE + "/devfiles/" + PathSegment.encode(registry);
    }

    /** The page of one version. */
    public String version(String name, String version) {
        return version.isEmpty() ? entry(name) : entry(name) + "/" + PathSegment.encode(version);
    }

    /** The devfile itself. */
    public static String devfile(String name, String version) {
        String entry = "/devfiles/" + PathSegment.encode(name);
        return version.isEmpty() ? entry : entry + "/" + PathSegment.encode(version);
    }

    /** The URL of the devfile of a stack's version; relative URLs in the devfile are relative to it. */
    public static String stackDevfile(String name, String version) {
        return "/stacks/" + PathSegment.encode(name) + "/" + PathSegment.encode(version) + "/devfile.yaml";
    }

    /**
     * A file beside a devfile.
     *
     * @param path with {@code /} as separator; its segments are encoded
     */
    public static String file(String name, String version, String path) {
        String encoded =
                Arrays.stream(path.split("/", -1)).map(PathSegment::encode).collect(Collectors.joining("/"));
        return devfile(name, version.isEmpty() ? "default" : version) + "/" + encoded;
    }

    /** The zip of a starter project. */
    public static String starterProject(String name, String version, String project) {
        return devfile(name, version) + "/starter-projects/" + PathSegment.encode(project);
    }

    /** The absolute URL of a path of this registry. */
    public String absolute(String path) {
        return base + path;
    }

    /** Host and port, as in the references of artifacts. */
    public String host() {
        return base.substring(base.indexOf("://") + 3);
    }

    /** Whether the registry is reached without TLS. */
    public boolean plainHttp() {
        return base.startsWith("http://");
    }
}
