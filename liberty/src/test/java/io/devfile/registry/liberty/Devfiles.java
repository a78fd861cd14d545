package io.devfile.registry.liberty;

/** Devfiles for stacks that a test makes. */
final class Devfiles {

    private Devfiles() {}

    /** A valid one, with the warnings that a stack without provider and architectures gets. */
    static String minimal(String name, String version) {
        return """
                schemaVersion: 2.2.0
                metadata:
                  name: %s
                  version: %s
                  displayName: A stack
                  language: Go
                  projectType: Go
                components:
                  - name: tools
                    container:
                      image: example.com/tools:1
                """.formatted(name, version);
    }
}
