package io.devfile.registry.viewer.catalogue;

/** The criteria by which the catalogue can be filtered, in the order of the page. */
public enum Facet {
    TYPES("types", "Type"),
    LANGUAGES("languages", "Language"),
    TAGS("tags", "Tag"),
    PROVIDERS("providers", "Provider"),
    ARCHITECTURES("architectures", "Architecture"),
    SCHEMA_VERSIONS("schemaVersions", "Schema version"),
    REGISTRIES("registries", "Registry"),
    DEPRECATED("deprecated", "Deprecated");

    private final String parameter;
    private final String label;

    Facet(String parameter, String label) {
        this.parameter = parameter;
        this.label = label;
    }

    /** The name of the query parameter. */
    public String parameter() {
        return parameter;
    }

    /** The name that users see. */
    public String label() {
        return label;
    }
}
