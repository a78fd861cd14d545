package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.fixture.RawServer;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.InvalidParameterException;
import io.devfile.registry.index.query.TypeFilter;
import io.devfile.registry.state.RegistryState;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how icons get into the served content. */
class IconRefreshTest {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @TempDir
    private Path directory;

    private final CountDownLatch release = new CountDownLatch(1);
    private volatile boolean slow;
    private FetchGuard guard;
    private RemoteFiles files;
    private RawServer server;
    private TestRegistry registry;
    private String address;

    @BeforeEach
    void open() throws Exception {
        guard = FetchGuard.open(List.of("127.0.0.1"), null, false);
        files = new RemoteFiles(guard);
        server = new RawServer((request, out) -> {
            if (slow) {
                release.await();
            }
            out.write(RawServer.ok("image/svg+xml", SVG).getBytes(StandardCharsets.UTF_8));
        });
        address = "http://127.0.0.1:" + server.port() + "/go.svg";
        registry = new TestRegistry(directory, false);
        registry.a.file("stacks/go/devfile.yaml", """
                schemaVersion: 2.2.0
                metadata:
                  name: go
                  displayName: Go
                  icon: %s
                  version: 1.0.0
                  language: Go
                  projectType: Go
                """.formatted(address));
    }

    @AfterEach
    void close() throws Exception {
        registry.assembly.close();
        registry.close();
        files.close();
        server.close();
    }

    private RegistryState served() {
        return registry.current.get();
    }

    private String indexWithIcons() {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.add("icon", "base64");
        try {
            IndexQuery query = IndexQuery.parse(IndexFormat.V2, TypeFilter.ALL, parameters);
            return new String(served().answers().answer(query).json(), StandardCharsets.UTF_8);
        } catch (InvalidParameterException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theyAreThereWithTheStateWhereTheyComeAtOnce() throws Exception {
        registry.start(files);

        assertThat(registry.refresh()).isPresent();

        assertThat(served().icons().local(address)).isPresent();
        assertThat(indexWithIcons()).contains("\"icon\":\"data:image/svg+xml;base64,");
    }

    @Test
    void theyJoinLaterWithAStateOfTheirOwn() throws Exception {
        slow = true;
        registry.start(files);
        Optional<Duration> again = registry.refresh();
        RegistryState before = served();
        registry.backend.calls();

        assertThat(again).hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofMinutes(1)));
        assertThat(before.icons().local(address)).isEmpty();
        assertThat(indexWithIcons()).contains("\"icon\":\"" + address + "\"");

        release.countDown();
        await().untilAsserted(() -> {
            registry.publishing.run();
            assertThat(served().icons().local(address)).isPresent();
        });
        assertThat(served().digest()).isNotEqualTo(before.digest());
        assertThat(indexWithIcons()).contains("\"icon\":\"data:image/svg+xml;base64,");
        assertThat(registry.backend.calls()).as("nothing is published anew").isEmpty();
        RegistryState after = served();
        registry.publishing.run();
        assertThat(served()).isSameAs(after);
    }

    @Test
    void theyStayWithTheStateOverARestartAndWhatIsRemoved() throws Exception {
        registry.start(files);
        registry.refresh();
        RegistryState before = served();
        registry.b.stack("java", "1.0.0", "second");
        registry.refresh();
        registry.b.stack("java", "1.0.0", "third");
        registry.refresh();
        registry.assembly.close();
        server.close();

        registry.start(files);

        assertThat(served().restored()).isTrue();
        assertThat(served().icons()).isEqualTo(before.icons());
        assertThat(indexWithIcons()).contains("\"icon\":\"data:image/svg+xml;base64,");
    }

    @Test
    void theyAreNotMissedOffline() throws Exception {
        registry.start();

        assertThat(registry.refresh()).isEmpty();

        assertThat(server.requests()).isEmpty();
        assertThat(served().catalog().findings())
                .noneSatisfy(finding -> assertThat(finding.message()).contains("icon"));
    }
}
