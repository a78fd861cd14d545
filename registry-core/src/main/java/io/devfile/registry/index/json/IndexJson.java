package io.devfile.registry.index.json;

import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexEntry;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The JSON of a list of entries, prepared so that any selection of entries and versions is written by copying bytes.
 * Immutable and thread-safe.
 */
public final class IndexJson {

    private final JsonMembers members;
    private final List<EntryJson> entries;

    private IndexJson(JsonMembers members, List<EntryJson> entries) {
        this.members = members;
        this.entries = entries;
    }

    /** Prepares entries; the positions in {@link #write} are those in this list. */
    public static IndexJson of(List<IndexEntry> entries) {
        JsonMembers members = new JsonMembers();
        IconField icons = new IconField(members, IconPlace::address);
        return new IndexJson(
                members,
                entries.stream()
                        .map(entry -> EntryJson.of(entry, members, icons))
                        .toList());
    }

    /**
     * The same entries with other icons; everything except the icons is shared.
     *
     * @param change maps an icon to the text to write; called once for each place
     */
    public IndexJson withIcons(Function<IconPlace, String> change) {
        IconField icons = new IconField(members, change);
        return new IndexJson(
                members, entries.stream().map(entry -> entry.with(icons)).toList());
    }

    /**
     * Writes a JSON array in UTF-8.
     *
     * @param selection in the order to write, the position of each entry, with the positions of its versions to write
     */
    public byte[] write(Map<Integer, BitSet> selection) {
        ByteTarget measured = ByteTarget.measuring();
        write(selection, measured);
        ByteTarget filled = ByteTarget.ofLength(measured.length());
        write(selection, filled);
        return filled.bytes();
    }

    private void write(Map<Integer, BitSet> selection, ByteTarget target) {
        target.add(Punctuation.BEGIN_ARRAY);
        boolean first = true;
        for (var selected : selection.entrySet()) {
            if (!first) {
                target.add(Punctuation.COMMA);
            }
            first = false;
            entries.get(selected.getKey()).write(selected.getValue(), target);
        }
        target.add(Punctuation.END_ARRAY);
    }
}
