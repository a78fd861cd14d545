package io.devfile.registry.viewer.page;

import java.util.Locale;

/**
 * An icon, or its replacement.
 *
 * @param address for {@code src}; empty if there is none
 * @param letters one or two letters of the name
 * @param tone 0 to 5: the style sheet's background colour for the letters
 */
public record Icon(String address, String letters, int tone) {

    private static final int TONES = 6;

    static Icon of(String address, String name) {
        String[] words = name.strip().split("[^\\p{L}\\p{N}]+");
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (!word.isEmpty() && letters.codePoints().count() < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        if (letters.isEmpty()) {
            letters.append('?');
        }
        return new Icon(address, letters.toString().toUpperCase(Locale.ROOT), Math.floorMod(name.hashCode(), TONES));
    }
}
