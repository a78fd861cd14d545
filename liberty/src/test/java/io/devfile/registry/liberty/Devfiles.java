package io.devfile.registry.liberty;

/** Devfiles for stacks that a test creates. */
final class Devfiles {

    private Devfiles() {}

    /** A valid devfile, with the warnings for a stack without provider and architectures. */
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
