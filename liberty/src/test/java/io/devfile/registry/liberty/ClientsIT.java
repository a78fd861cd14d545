package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The client programs that users use with a registry. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClientsIT {

    private static final String ADDRESS = "localhost:" + System.getProperty("deployed.port");

    private final Http http = new Http(URI.create("http://" + ADDRESS));

    @TempDir
    Path scratch;

    @Deployment(testable = false)
    static EnterpriseArchive registry() {
        return ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("registry.ear")));
    }

    @BeforeEach
    void awaitReady() {
        // a server without an application is ready, too, and this one replaces its application
        await().atMost(Duration.ofMinutes(1))
                .until(() -> http.status("/health/ready") == 200 && http.status("/index") == 200);
    }

    @Test
    void resourcesAreUnpackedFromTheirArchive() throws Exception {
        Command.require("oras", "tar");
        Command.run(scratch, "oras", "pull", "--plain-http", ADDRESS + "/devfile-catalog/go:2.0.0");
        Command.run(scratch, "tar", "-xzf", "archive.tar");
        Path stacks = Path.of(System.getProperty("registry.stacks"), "stacks/go/2.0.0");
        assertThat(scratch.resolve("docker/Dockerfile")).hasSameBinaryContentAs(stacks.resolve("docker/Dockerfile"));
        assertThat(scratch.resolve("kubernetes/deploy.yaml"))
                .hasSameBinaryContentAs(stacks.resolve("kubernetes/deploy.yaml"));
    }

    @Test
    void theMavenStarterProjectBuilds() throws Exception {
        Path project = unpack("/devfiles/java-maven/1.0.0/starter-projects/hello-http");
        String maven = Path.of(System.getProperty("registry.root"), "mvnw")
                .toRealPath()
                .toString();
        Command.run(project, maven, "-q", "-B", "verify");
        assertThat(project.resolve("target")).isDirectoryContaining("glob:**.jar");
    }

    @Test
    void theNodeStarterProjectPassesItsTests() throws Exception {
        Command.require("node");
        Path project = unpack("/devfiles/nodejs/3.0.0/starter-projects/hello-api");
        assertThat(project.resolve("package.json")).exists();
        Command.run(project, "node", "--test");
    }

    private Path unpack(String address) throws IOException {
        Path directory = Files.createDirectories(scratch.resolve("project"));
        HttpResponse<byte[]> response = http.get(address);
        assertThat(response.statusCode())
                .as(() -> new String(response.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.write(target, zip.readAllBytes());
                }
            }
        }
        return directory;
    }
}
