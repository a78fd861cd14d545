package io.devfile.registry.index.json;

/** The characters between the parts. */
final class Punctuation {

    static final byte[] COMMA = {','};
    static final byte[] BEGIN_ARRAY = {'['};
    static final byte[] END_ARRAY = {']'};
    static final byte[] END_OBJECT = {'}'};
    static final byte[] VERSIONS = JsonMembers.bytes(",\"versions\":[");

    private Punctuation() {}
}
