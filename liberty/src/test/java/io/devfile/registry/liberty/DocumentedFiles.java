package io.devfile.registry.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The input that a document tells its readers to type. Its files are code blocks below a line that contains only a path
 * in bold and code; its settings are the variables that its shell blocks export.
 */
record DocumentedFiles(String document) {

    private static final Pattern FILE = Pattern.compile("^\\*\\*`([^`\n]+)`\\*\\*\n\n```\\w*\n(.*?)^```$", flags());
    private static final Pattern EXPORT = Pattern.compile("^export (\\w+)=(\\S+)", flags());
    private static final Pattern SHELL = Pattern.compile("^```sh\n(.*?)^```$", flags());

    static DocumentedFiles in(Path document) throws IOException {
        return new DocumentedFiles(Files.readString(document));
    }

    /** Writes the files below a directory. */
    void writeTo(Path directory) throws IOException {
        for (MatchResult file : FILE.matcher(document).results().toList()) {
            Path target = directory.resolve(file.group(1));
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.group(2));
        }
    }

    /** The exported variables, with the values that the document gives them. */
    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        EXPORT.matcher(document).results().forEach(export -> variables.put(export.group(1), export.group(2)));
        return variables;
    }

    /** The only shell block that contains a word. */
    String shell(String word) {
        return SHELL.matcher(document)
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(word))
                .reduce((one, other) -> {
                    throw new IllegalStateException("There are several shell blocks with " + word);
                })
                .orElseThrow();
    }

    private static int flags() {
        return Pattern.MULTILINE | Pattern.DOTALL;
    }
}
