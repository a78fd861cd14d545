package io.devfile.registry.viewer.page;

import java.util.Locale;

/**
 * An icon, or what stands in its place.
 *
 * @param address for {@code src}; empty where there is none
 * @param letters one or two letters of the name
 * @param tone 0 to 5: which of the style sheet's colours the letters stand on
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
