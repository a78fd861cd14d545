package io.devfile.registry.content;

/** The names of directories in trees, as given in the content. */
public final class SubDirectory {

    private SubDirectory() {}

    /** The path without leading {@code ./} and slashes, and without trailing slashes; empty for the whole tree. */
    public static String normal(String path) {
        int begin = 0;
        int end = path.length();
        while (path.startsWith("/", begin) || path.startsWith("./", begin)) {
            begin += path.charAt(begin) == '/' ? 1 : 2;
        }
        while (end > begin && path.charAt(end - 1) == '/') {
            end--;
        }
        String plain = path.substring(begin, end);
        return plain.equals(".") ? "" : plain;
    }
}
