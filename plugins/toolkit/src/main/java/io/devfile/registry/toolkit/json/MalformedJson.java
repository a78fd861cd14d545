package io.devfile.registry.toolkit.json;

/** Bytes do not have the form that the OCI specifications require. The message continues the name of the content. */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message continuing the name of the content: "it is not a JSON object" */
    public MalformedJson(String message) {
        super(message);
    }

    /** As {@link #MalformedJson(String)}, with the exception that caused it. */
    public MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
