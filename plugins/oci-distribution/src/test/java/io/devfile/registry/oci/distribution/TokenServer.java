package io.devfile.registry.oci.distribution;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Issues tokens that docker-registry accepts, to one user, for any scope. */
final class TokenServer implements AutoCloseable {

    static final String SERVICE = "the registry";
    static final String ISSUER = "tests";

    private final ScriptedRegistry server;
    private final PrivateKey key;
    private final X509Certificate certificate;

    TokenServer(PrivateKey key, X509Certificate certificate, String username, String password) throws Exception {
        this.key = key;
        this.certificate = certificate;
        String login = "Basic " + Base64.getEncoder().encodeToString((username + ":" + password).getBytes());
        this.server = new ScriptedRegistry(exchange -> {
            if (login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                String token = token(scopes(exchange.getRequestURI()));
                ScriptedRegistry.answer(exchange, 200, "{\"token\":\"" + token + "\",\"expires_in\":300}");
            } else {
                ScriptedRegistry.answer(exchange, 401, "{}");
            }
        });
    }

    URI realm() {
        return server.url().resolve("/token?from=realm");
    }

    /** The scopes of the requested tokens, in order. */
    List<String> asked() {
        return server.requests().stream()
                .map(request -> String.join(" ", scopes(request.uri())))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private static List<String> scopes(URI uri) {
        List<String> scopes = new ArrayList<>();
        for (String parameter : uri.getRawQuery().split("&")) {
            if (parameter.startsWith("scope=")) {
                scopes.add(URLDecoder.decode(parameter.substring("scope=".length()), StandardCharsets.UTF_8));
            }
        }
        return scopes;
    }

    private String token(List<String> scopes) {
        try {
            String header = "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\""
                    + Base64.getEncoder().encodeToString(certificate.getEncoded()) + "\"]}";
            long now = Instant.now().getEpochSecond();
            String claims = """
                    {"iss":"%s","sub":"me","aud":"%s","exp":%d,"nbf":%d,"iat":%d,"jti":"1","access":[%s]}""".formatted(
                            ISSUER,
                            SERVICE,
                            now + 300,
                            now - 10,
                            now,
                            scopes.stream().map(TokenServer::access).collect(Collectors.joining(",")));
            String signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                    + encode(claims.getBytes(StandardCharsets.UTF_8));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String access(String scope) {
        String[] parts = scope.split(":");
        return "{\"type\":\"%s\",\"name\":\"%s\",\"actions\":[\"%s\"]}"
                .formatted(parts[0], parts[1], parts[2].replace(",", "\",\""));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
