package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The manifests of a layout and their tags. The index has one entry for each tag, and one for each manifest without a
 * tag, so that the manifest can be found by digest and as a referrer. Immutable: a change returns a new index, which
 * equals this one if nothing changes.
 */
final class LayoutIndex {

    static final LayoutIndex EMPTY = new LayoutIndex(List.of());

    private final List<IndexEntry> entries;
    private final Map<Digest, Descriptor> manifests = new LinkedHashMap<>();
    private final Map<Tag, Descriptor> tagged = new LinkedHashMap<>();
    private final SortedSet<Tag> tags;

    /** If a tag occurs more than once, its last entry is used. */
    LayoutIndex(List<IndexEntry> entries) {
        this.entries = List.copyOf(entries);
        for (IndexEntry entry : entries) {
            manifests.putIfAbsent(entry.descriptor().digest(), entry.descriptor());
            if (entry.tag() != null) {
                tagged.put(entry.tag(), entry.descriptor());
            }
        }
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tagged.keySet()));
    }

    List<IndexEntry> entries() {
        return entries;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The tags in order, unmodifiable. */
    SortedSet<Tag> tags() {
        return tags;
    }

    /** Every manifest, without duplicates. */
    Collection<Descriptor> manifests() {
        return Collections.unmodifiableCollection(manifests.values());
    }

    Optional<Descriptor> find(Reference reference) {
        return Optional.ofNullable(reference instanceof Tag tag ? tagged.get(tag) : manifests.get(reference));
    }

    /** Adds a manifest. The manifest keeps its tags; a new manifest has no tag. */
    LayoutIndex with(Descriptor added) {
        Descriptor manifest = known(added);
        if (manifest.equals(manifests.get(manifest.digest()))) {
            return this;
        }
        List<IndexEntry> changed = new ArrayList<>();
        for (IndexEntry entry : entries) {
            changed.add(entry.isOf(manifest.digest()) ? new IndexEntry(manifest, entry.tag()) : entry);
        }
        if (!manifests.containsKey(manifest.digest())) {
            changed.add(new IndexEntry(manifest, null));
        }
        return new LayoutIndex(changed);
    }

    /** Adds a manifest with a tag, which is removed from the manifest that it pointed to before. */
    LayoutIndex with(Descriptor added, Tag tag) {
        Descriptor manifest = known(added);
        if (manifest.equals(tagged.get(tag))) {
            return this;
        }
        List<IndexEntry> changed = new ArrayList<>(without(tag).with(manifest).entries);
        changed.removeIf(entry -> entry.isOf(manifest.digest()) && entry.tag() == null);
        changed.add(new IndexEntry(manifest, tag));
        return new LayoutIndex(changed);
    }

    /** Removes a tag; its manifest stays. */
    LayoutIndex without(Tag tag) {
        Descriptor manifest = tagged.get(tag);
        if (manifest == null) {
            return this;
        }
        List<IndexEntry> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry.isTagged(tag));
        return new LayoutIndex(changed).with(manifest);
    }

    /** Removes a manifest and its tags. */
    LayoutIndex without(Digest digest) {
        List<IndexEntry> changed = new ArrayList<>(entries);
        return changed.removeIf(entry -> entry.isOf(digest)) ? new LayoutIndex(changed) : this;
    }

    /**
     * The existing descriptor, with annotations of other tools, if it describes the same content; otherwise the new
     * one.
     */
    private Descriptor known(Descriptor added) {
        Descriptor known = manifests.getOrDefault(added.digest(), added);
        boolean same = known.mediaType().equals(added.mediaType()) && known.size() == added.size();
        return same ? known : added;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayoutIndex that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }
}
