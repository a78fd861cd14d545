package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A separate network that has only loopback, for a process and its clients; see network_namespaces(7).
 *
 * @param options of {@code unshare}
 */
record NetworkNamespace(List<String> options) {

    /** What counts as network access: counters in {@code /proc/net/snmp}, by RFC 4022, 4113 and 4293. */
    enum Counter {
        /** Connections that were opened, also within the namespace. */
        CONNECTIONS("Tcp", "ActiveOpens"),
        /** Datagrams that were sent, for example to look up names. */
        DATAGRAMS("Udp", "OutDatagrams"),
        /** Attempts to send or connect to an address without a route. */
        NO_WAY("Ip", "OutNoRoutes");

        private final String protocol;
        private final String field;

        Counter(String protocol, String field) {
            this.protocol = protocol;
            this.field = field;
        }
    }

    /** A namespace, if this user may create one. */
    static Optional<NetworkNamespace> tryMake(Path directory) throws IOException, InterruptedException {
        for (List<String> options : List.of(List.of("--net"), List.of("--user", "--map-root-user", "--net"))) {
            List<String> line = new ArrayList<>(List.of("unshare"));
            line.addAll(options);
            line.addAll(List.of("ip", "link", "set", "lo", "up"));
            Process process = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() == 0) {
                return Optional.of(new NetworkNamespace(options));
            }
        }
        return Optional.empty();
    }

    /** The command that creates a namespace for the command that follows. */
    List<String> command() {
        List<String> line = new ArrayList<>(List.of("unshare"));
        line.addAll(options);
        line.addAll(List.of("sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
        return line;
    }

    /** The command that runs the command that follows in the namespace of a process. */
    List<String> enter(long processId) {
        List<String> line = new ArrayList<>(List.of("nsenter", "--target", Long.toString(processId), "--net"));
        if (options.contains("--user")) {
            line.addAll(List.of("--user", "--preserve-credentials"));
        }
        return line;
    }

    /** The count in the namespace of a process, since the namespace was created. */
    static long count(long processId, Counter counter) throws IOException {
        Path file = Path.of("/proc", Long.toString(processId), "net/snmp");
        List<List<String>> lines = Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
                .filter(line -> line.startsWith(counter.protocol + ":"))
                .map(line -> Arrays.asList(line.split(" ")))
                .toList();
        assertThat(lines).as("a line of names and one of numbers in " + file).hasSize(2);
        return Long.parseLong(lines.get(1).get(lines.get(0).indexOf(counter.field)));
    }
}
