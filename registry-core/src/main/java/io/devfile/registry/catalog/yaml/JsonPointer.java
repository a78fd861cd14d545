package io.devfile.registry.catalog.yaml;

import java.util.Arrays;
import java.util.List;

/** JSON pointers (RFC 6901) as text. The empty pointer is the whole document. */
public final class JsonPointer {

    private JsonPointer() {}

    /** Points to an entry of the mapping that {@code pointer} points to. */
    public static String child(String pointer, String key) {
        return pointer + '/' + key.replace("~", "~0").replace("/", "~1");
    }

    /** Points to an item, counted from 0, of the list that {@code pointer} points to. */
    public static String child(String pointer, int index) {
        return pointer + '/' + index;
    }

    /** The keys and indexes of the pointer, unescaped. */
    static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
