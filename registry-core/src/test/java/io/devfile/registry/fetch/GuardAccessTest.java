package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom the guard serves. */
class GuardAccessTest extends FetchGuardFixture {

    @Test
    void servesNobodyWhoIsNotOfThisProcess() throws IOException, InterruptedException {
        requireTool("curl");
        String address = "http://a.test:" + server.port() + "/";
        String proxy = "http://127.0.0.1:" + guard.address().getPort();
        String secret = guard.issue().secret();

        assertThat(status("curl", "-x", proxy, address)).isEqualTo("407");
        assertThat(status("curl", "-x", proxy, "-U", "registry:guessed", address))
                .isEqualTo("407");
        assertThat(status("curl", "-x", proxy, "-p", address)).isEqualTo("000");
        assertThat(server.requests()).isEmpty();
        assertThat(status("curl", "-x", proxy, "-U", "registry:" + secret, address))
                .isEqualTo("200");
        assertThat(status("curl", "-x", proxy, "-p", "-U", "registry:" + secret, address))
                .isEqualTo("200");
        assertThat(status("curl", "-x", proxy, "--proxy-header", "Proxy-Authorization: Bearer " + secret, address))
                .isEqualTo("200");
    }

    @Test
    void takesBackTickets() throws IOException, InterruptedException {
        requireTool("curl");
        Ticket ticket = guard.issue();
        guard.revoke(ticket);

        assertThat(status(
                        "curl",
                        "-x",
                        "http://127.0.0.1:" + guard.address().getPort(),
                        "-U",
                        "registry:" + ticket.secret(),
                        "http://a.test:" + server.port() + "/"))
                .isEqualTo("407");
    }

    @Test
    void listensOnLoopbackAlone() {
        assertThat(guard.address().getAddress().isLoopbackAddress()).isTrue();
        assertThat(guard.proxy().getScheme()).isEqualTo("http");
        assertThat(guard.proxy().getHost()).isEqualTo("127.0.0.1");
        assertThat(guard.proxy().getPort()).isEqualTo(guard.address().getPort());
    }

    private static void requireTool(String tool) throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder(tool, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there || System.getenv("CI") != null, tool + " is not installed");
        assertThat(there).as(tool + " is installed").isTrue();
    }

    private static String status(String... command) throws IOException, InterruptedException {
        List<String> full = new ArrayList<>(List.of(command));
        full.addAll(1, List.of("-q", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-m", "20", "--noproxy", ""));
        Process process = new ProcessBuilder(full).start();
        String status = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return status;
    }
}
