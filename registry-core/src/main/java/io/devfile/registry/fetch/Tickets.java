package io.devfile.registry.fetch;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tickets that hold now. Safe for use by several threads. */
final class Tickets {

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> open = new ConcurrentHashMap<>();

    Ticket issue() {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        Ticket ticket = new Ticket(HexFormat.of().formatHex(secret));
        open.put(ticket.secret(), ticket);
        return ticket;
    }

    void revoke(Ticket ticket) {
        open.remove(ticket.secret());
    }

    /**
     * The ticket that a Proxy-Authorization field shows: by {@code Bearer} (RFC 6750), which Java's client sends to a proxy
     * before a tunnel, too, or as the password of {@code Basic} (RFC 7617), which others send.
     */
    Optional<Ticket> find(String authorization) {
        String[] parts = authorization.split(" +", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        if (parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.ofNullable(open.get(parts[1]));
        }
        return parts[0].equalsIgnoreCase("Basic")
                ? Optional.ofNullable(open.get(password(parts[1])))
                : Optional.empty();
    }

    private static String password(String credentials) {
        try {
            String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
