package io.devfile.registry.viewer.detail;

/**
 * A part of a YAML text of one kind.
 *
 * @param begin index of its first UTF-16 code unit
 * @param end index after its last code unit
 */
record YamlSpan(int begin, int end, Kind kind) {

    enum Kind {
        KEY("yk"),
        STRING("ys"),
        LITERAL("yl"),
        COMMENT("yc"),
        REFERENCE("yr");

        private final String styleClass;

        Kind(String styleClass) {
            this.styleClass = styleClass;
        }

        /** The name of its class in the style sheet. */
        String styleClass() {
            return styleClass;
        }
    }
}
