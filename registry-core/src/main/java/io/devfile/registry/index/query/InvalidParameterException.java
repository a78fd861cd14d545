package io.devfile.registry.index.query;

import io.devfile.registry.toolkit.text.SafeText;

/** An invalid query parameter. The message is for the client: it says what is wrong and what is valid. */
public final class InvalidParameterException extends Exception {

    private static final long serialVersionUID = 1;

    private final String parameter;

    InvalidParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** @param problem continues the sentence after the value, such as {@code is not a date; give …} */
    static InvalidParameterException of(String parameter, String value, String problem) {
        return new InvalidParameterException(
                parameter, "The value " + SafeText.quoted(value) + " of " + parameter + " " + problem);
    }

    /** The name of the parameter. */
    public String parameter() {
        return parameter;
    }
}
