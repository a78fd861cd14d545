package io.devfile.registry.oci.layout;

/** Bytes are not what the image specification says they are. The message continues the name of what they are in. */
final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedJson(String message) {
        super(message);
    }

    MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
