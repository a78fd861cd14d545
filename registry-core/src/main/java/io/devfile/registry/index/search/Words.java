package io.devfile.registry.index.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits text into words, in the same way for what is searched and for what people type. */
final class Words {

    private static final int LONGEST = 100;

    /** Letters and digits, a version such as 3.11, or a name such as c# and c++. */
    private static final Pattern WORD =
            Pattern.compile("\\p{N}++(?:\\.\\p{N}++){1,9}|[\\p{L}\\p{M}\\p{N}]+(?:#|\\+\\+)?");

    /** A name with a dot, such as vue.js; begins only where a word begins, so that long words take linear time. */
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]++(?:\\.\\p{L}[\\p{L}\\p{N}]*+){1,9}");

    private static final Pattern PART = Pattern.compile("\\p{N}+|[\\p{L}\\p{M}]+");

    private Words() {}

    /** The words of a text, in order. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher found = WORD.matcher(normal(text));
        while (found.find()) {
            words.add(cut(found.group()));
        }
        return words;
    }

    /** The words under which a text is found: also the parts of java21, the words of vue.js together, and the 3 of 3.11. */
    static Set<String> indexed(String text) {
        Set<String> words = new LinkedHashSet<>(of(text));
        for (String word : List.copyOf(words)) {
            if (isNumber(word)) {
                for (int dot = word.lastIndexOf('.'); dot > 0; dot = word.lastIndexOf('.', dot - 1)) {
                    words.add(word.substring(0, dot));
                }
            } else {
                Matcher part = PART.matcher(word);
                while (part.find()) {
                    words.add(part.group());
                }
            }
        }
        Matcher dotted = DOTTED.matcher(normal(text));
        while (dotted.find()) {
            words.add(cut(dotted.group().replace(".", "")));
        }
        return words;
    }

    /** A number or a version, of which only the whole counts. */
    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0)) && word.chars().noneMatch(Character::isLetter);
    }

    /** Lucene refuses very long words, and a stack with one must not cost the others. */
    static String cut(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
