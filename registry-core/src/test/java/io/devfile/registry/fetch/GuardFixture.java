package io.devfile.registry.fetch;

import io.devfile.registry.spi.config.SettingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Guards whose names all lead to this machine. */
final class GuardFixture {

    /** Everything of this name, and below it, is at 127.0.0.1. */
    static final HostResolver HERE = name -> {
        if (name.endsWith(".test")) {
            return List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        }
        throw new UnknownHostException(name);
    };

    static final Duration IDLE = Duration.ofSeconds(20);

    private GuardFixture() {}

    static FetchPolicy policy(String... allow) {
        try {
            return new FetchPolicy(false, AllowList.parse(List.of(allow)));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A guard that lets these hosts be reached. */
    static FetchGuard guard(String... allow) throws IOException {
        return guard(IDLE, allow);
    }

    static FetchGuard guard(Duration idle, String... allow) throws IOException {
        return FetchGuard.open(new DirectRoute(policy(allow), HERE), idle);
    }

    static Optional<Refusal.Cause> cause(Route route, String target) throws IOException {
        try (Wire wire = route.tunnel(HostPort.tryParse(target).orElseThrow())) {
            return wire.socket().isConnected() ? Optional.empty() : Optional.of(Refusal.Cause.UNREACHABLE);
        } catch (RefusedException e) {
            return Optional.of(e.refusal().cause());
        }
    }
}
