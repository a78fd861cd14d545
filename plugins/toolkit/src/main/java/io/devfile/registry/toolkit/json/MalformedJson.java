package io.devfile.registry.toolkit.json;

/** Bytes are not what the OCI specifications say they are. The message continues the name of what they are in. */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message continuing the name of what they are in: "it is not a JSON object" */
    public MalformedJson(String message) {
        super(message);
    }

    /** As {@link #MalformedJson(String)}, with the exception that led to it. */
    public MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
