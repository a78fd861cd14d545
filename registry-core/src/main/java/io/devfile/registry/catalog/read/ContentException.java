package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;

/** Content that cannot be accepted; becomes an error at this place. */
final class ContentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final Rule rule;

    /**
     * @param file relative to the source's root
     * @param message what is wrong and how to fix it
     */
    ContentException(String file, String message) {
        this(Rule.UNREADABLE_FILE, file, message);
    }

    ContentException(Rule rule, String file, String message) {
        super(message);
        this.rule = rule;
        this.file = file;
    }

    Rule rule() {
        return rule;
    }

    String file() {
        return file;
    }
}
