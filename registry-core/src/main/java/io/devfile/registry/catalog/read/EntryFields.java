package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.devfile.DeploymentScopes;
import io.devfile.registry.catalog.devfile.Metadata;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of entries and versions as the content has them, and where they go in the index. */
public final class EntryFields {

    static final String DEPLOYMENT_SCOPES = "deploymentScopes";

    /** The text fields that only entries have, and that a stack may take from its versions. */
    private static final Map<String, BiConsumer<IndexEntry.Builder, String>> TEXTS = Map.of(
            "displayName", IndexEntry.Builder::displayName,
            "projectType", IndexEntry.Builder::projectType,
            "language", IndexEntry.Builder::language,
            "provider", IndexEntry.Builder::provider,
            "supportUrl", IndexEntry.Builder::supportUrl);

    private static final List<String> OTHERS = List.of(
            "name",
            "description",
            "icon",
            "tags",
            "architectures",
            "attributes",
            "globalMemoryLimit",
            DEPLOYMENT_SCOPES,
            "versions");

    /** The keys of a {@code stack.yaml}. */
    public static final List<String> STACK_YAML = join(TEXTS.keySet(), OTHERS);

    /** The keys of an item of {@code extraDevfileEntries.yaml}. */
    public static final List<String> IN_PLACE =
            join(STACK_YAML, List.of("version", "links", "commandGroups", "resources", "starterProjects", "git"));

    private EntryFields() {}

    /** Sets the text fields that only entries have, and that a stack may take from its versions. */
    static IndexEntry.Builder texts(IndexEntry.Builder entry, Function<String, String> text) {
        TEXTS.forEach((key, field) -> field.accept(entry, text.apply(key)));
        return entry;
    }

    /** Sets the fields of an entry that a stack does not take from its versions. */
    static IndexEntry.Builder others(IndexEntry.Builder entry, YamlFields fields) {
        return entry.attributes(fields.freeForm("attributes"))
                .globalMemoryLimit(fields.text("globalMemoryLimit"))
                .deploymentScopes(fields.flagMap(DEPLOYMENT_SCOPES));
    }

    /** Sets the fields that an entry and a version take from the metadata of a devfile, or from a description in place. */
    static <B extends IndexItem.Builder<B>> B metadata(B item, YamlFields fields) {
        return item.description(fields.text("description"))
                .tags(fields.texts("tags"))
                .architectures(fields.texts("architectures"))
                .icon(IconAddress.of(fields))
                .deploymentScopes(deploymentScopes(fields));
    }

    /** Sets the fields that an entry and a version have in common if they are described in place. */
    static <B extends IndexItem.Builder<B>> B inPlace(B item, YamlFields fields) {
        return metadata(item, fields)
                .links(fields.textMap("links"))
                .commandGroups(fields.flagMap("commandGroups"))
                .resources(fields.texts("resources"))
                .starterProjects(fields.texts("starterProjects"));
    }

    /** The scopes; adds an error for each unknown scope. */
    static SortedMap<String, Boolean> deploymentScopes(YamlFields fields) {
        SortedMap<String, Boolean> scopes = fields.flagMap(DEPLOYMENT_SCOPES);
        scopes.keySet().stream()
                .filter(scope -> !DeploymentScopes.KNOWN.contains(scope))
                .forEach(scope -> fields.error(
                        Rule.DEPLOYMENT_SCOPES,
                        DEPLOYMENT_SCOPES,
                        SafeText.quoted(scope) + " is not a deployment scope. Use innerloop and outerloop."));
        return scopes;
    }

    /** Reads all fields of a stack.yaml, so that errors are reported. */
    static void checkStack(YamlFields fields) {
        checkTexts(fields);
        fields.texts("tags");
        fields.texts("architectures");
        fields.mapping("attributes");
        deploymentScopes(fields);
    }

    /** Reads all text that a stack may take from its versions, so that errors are reported. */
    static void checkTexts(YamlFields fields) {
        TEXTS.keySet().forEach(fields::text);
        List.of("name", "description", "icon", "globalMemoryLimit").forEach(fields::text);
    }

    /** Warns of keys that are misspelt or missing in a description in place. */
    static void warn(YamlFields fields) {
        fields.warnOfMisspelt(IN_PLACE);
        for (String key : Metadata.WANTED) {
            if (fields.text(key).isEmpty()) {
                fields.warning(Rule.MISSING_METADATA, "", "There is no " + key + ". Add it as information for users.");
            }
        }
        if (fields.texts("architectures").isEmpty()) {
            fields.warning(
                    Rule.MISSING_METADATA,
                    "",
                    "There are no architectures. List those that it runs on, such as amd64 and arm64.");
        }
    }

    private static List<String> join(Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().collect(Collectors.toUnmodifiableList());
    }
}
