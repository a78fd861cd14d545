package io.devfile.registry.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A source with content that is difficult for pages: many entries, unusual text, and harmful text. */
final class ViewerContent {

    static final int FILLERS = 30;
    static final int VERSIONS = 500;

    /** Would be shown as 49 if it were evaluated. */
    static final String EXPRESSION = "#{7*7} ${7*7}";

    static final String SCRIPT = "<script>window.harm = true</script><img src=x onerror='window.harm = true'>";

    static final String COMMAND =
            "tool --with-a-long-option=value --and-another-long-option && other-tool --quiet-mode /some/long-path/to-a-file";

    private final Path root;

    private ViewerContent(Path root) {
        this.root = root;
    }

    static void write(Path root) throws IOException {
        ViewerContent content = new ViewerContent(root);
        for (int i = 1; i <= FILLERS; i++) {
            content.filler(i);
        }
        content.giant();
        content.hostile();
        content.rightToLeft();
        content.deprecated();
        content.broken();
    }

    private void filler(int number) throws IOException {
        String name = "filler-%02d".formatted(number);
        file("stacks/" + name + "/devfile.yaml", """
                schemaVersion: 2.1.0
                metadata:
                  name: %s
                  version: 1.0.0
                  displayName: Filler %d
                  description: One of many that fill pages
                  language: Filling
                  projectType: Filling
                  provider: Fill & Sons
                  tags: [Filling, "%s"]
                """.formatted(name, number, number % 2 == 0 ? "Even" : "Odd"));
    }

    private void giant() throws IOException {
        String tags = IntStream.rangeClosed(1, 200).mapToObj(i -> "tag-" + i).collect(Collectors.joining(", "));
        StringBuilder stack = new StringBuilder("""
                name: giant
                displayName: Giantthatgoesonandonwithoutanyspacesothatnobodyknowswheretobreakit
                description: Has all there can be
                icon: https://icons.invalid/none.svg
                versions:
                """);
        for (int i = VERSIONS; i >= 1; i--) {
            stack.append("  - version: ").append(i).append(".0.0\n");
            if (i == VERSIONS) {
                stack.append("    default: true\n");
            }
            file("stacks/giant/" + i + ".0.0/devfile.yaml", """
                    schemaVersion: 2.2.0
                    metadata:
                      name: giant
                      version: %d.0.0
                      displayName: Giant
                      description: "%s"
                      language: Go
                      projectType: Go
                      provider: Giants
                      supportUrl: https://example.com/giants
                      architectures: [amd64]
                      tags: [%s]
                    components:
                      - name: tools
                        container: {image: "registry.example.com/%s:1"}
                    """.formatted(
                            i, i == VERSIONS ? "word ".repeat(4000) : "Small", tags, "long/".repeat(40) + "image"));
        }
        file("stacks/giant/stack.yaml", stack.toString());
    }

    private void hostile() throws IOException {
        String harm = EXPRESSION + " " + SCRIPT;
        file("stacks/hostile/devfile.yaml", """
                schemaVersion: 2.2.0
                metadata:
                  name: hostile
                  version: 1.0.0
                  displayName: "Hostile %1$s"
                  description: "%1$s \\u0001\\u202e"
                  language: "%1$s"
                  projectType: "%1$s"
                  provider: "%1$s"
                  supportUrl: "javascript:window.harm=true"
                  website: "javascript:window.harm=true"
                  icon: "javascript:window.harm=true"
                  tags: ["%1$s"]
                starterProjects:
                  - name: starter
                    description: "%1$s"
                    git: {remotes: {origin: "javascript:window.harm=true"}}
                components:
                  - name: tools
                    container:
                      image: "%1$s"
                      endpoints: [{name: web, targetPort: 8080, path: "%1$s"}]
                commands:
                  - id: run
                    exec: {component: tools, commandLine: "%1$s", label: "%1$s", group: {kind: run}}
                # %1$s
                """.formatted(harm));
    }

    private void rightToLeft() throws IOException {
        file("stacks/arabic/devfile.yaml", """
                schemaVersion: 2.2.0
                metadata:
                  name: arabic
                  version: 1.0.0
                  displayName: مرحبا بالعالم
                  description: بيئة تطوير سحابية جاهزة للبناء والتشغيل
                  language: Go
                  projectType: عام
                  provider: مزود
                  tags: [عربي]
                starterProjects:
                  - name: gone
                    git: {remotes: {origin: "https://127.0.0.1:1/gone.git"}}
                components:
                  - name: tools
                    container: {image: "registry.example.com/tools:1"}
                commands:
                  - id: run
                    exec: {component: tools, commandLine: "%s", group: {kind: run}}
                """.formatted(COMMAND));
    }

    private void deprecated() throws IOException {
        file("stacks/aging/stack.yaml", """
                name: aging
                displayName: Aging
                description: Has an old version
                icon: https://icons.invalid/none.svg
                versions:
                  - version: 2.0.0
                    default: true
                  - version: 1.0.0
                """);
        for (int i = 1; i <= 2; i++) {
            file("stacks/aging/" + i + ".0.0/devfile.yaml", """
                    schemaVersion: 2.2.0
                    metadata:
                      name: aging
                      version: %d.0.0
                      displayName: Aging
                      language: Go
                      projectType: Go
                      tags: [%s]
                    """.formatted(i, i == 1 ? "Deprecated" : "Go"));
        }
    }

    private void broken() throws IOException {
        file("stacks/broken/devfile.yaml", "schemaVersion: 2.2.0\nmetadata: {name: broken}\n");
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
