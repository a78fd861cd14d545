package io.devfile.registry.liberty;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An OpenID Connect provider on this machine with one user, who is always logged in, and signed tokens of any content. */
final class TokenIssuer implements AutoCloseable {

    static final String CLIENT = "registry";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** The password of the key store. */
    static final String PASSWORD = "changeit";

    private final HttpsServer server =
            HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
    private final Path keyStore;
    private final SSLContext context;
    private final KeyPair keys;
    private volatile String nonce = "";

    /** @param directory for the key store */
    TokenIssuer(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        keyStore = directory.resolve("issuer.p12");
        Command.run(
                directory,
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "issuer",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keyStore.toString());
        KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        keys = new KeyPair(store.getCertificate("issuer").getPublicKey(), (PrivateKey)
                store.getKey("issuer", PASSWORD.toCharArray()));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), trust.getTrustManagers(), null);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, discovery()));
        server.createContext("/keys", exchange -> json(exchange, keys()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", exchange -> json(exchange, tokens()));
        server.start();
    }

    /** Has the certificate of the issuer. */
    Path keyStore() {
        return keyStore;
    }

    /** Trusts the issuer. */
    SSLContext context() {
        return context;
    }

    String issuer() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    String discoveryAddress() {
        return issuer() + "/.well-known/openid-configuration";
    }

    String keysAddress() {
        return issuer() + "/keys";
    }

    /** The claims of a valid token for the registry. */
    JsonObjectBuilder claims(String user, String... groups) {
        return Json.createObjectBuilder()
                .add("iss", issuer())
                .add("aud", CLIENT)
                .add("sub", user)
                .add("upn", user)
                .add("groups", Json.createArrayBuilder(List.of(groups)))
                .add("jti", user + System.nanoTime())
                .add("iat", Instant.now().getEpochSecond())
                .add("exp", Instant.now().plusSeconds(600).getEpochSecond());
    }

    String token(JsonObjectBuilder claims) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"key\"}";
        String content = encode(header) + "." + encode(claims.build().toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObjectBuilder discovery() {
        return Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", keysAddress())
                .add("response_types_supported", Json.createArrayBuilder().add("code"))
                .add("subject_types_supported", Json.createArrayBuilder().add("public"))
                .add(
                        "token_endpoint_auth_methods_supported",
                        Json.createArrayBuilder().add("client_secret_post"))
                .add(
                        "id_token_signing_alg_values_supported",
                        Json.createArrayBuilder().add("RS256"));
    }

    private JsonObjectBuilder keys() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Json.createObjectBuilder()
                .add(
                        "keys",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kty", "RSA")
                                        .add("use", "sig")
                                        .add("alg", "RS256")
                                        .add("kid", "key")
                                        .add("n", encode(key.getModulus()))
                                        .add("e", encode(key.getPublicExponent()))));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        nonce = parameter(query, "nonce");
        exchange.getResponseHeaders()
                .add("Location", parameter(query, "redirect_uri") + "?code=a-code&state=" + parameter(query, "state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private JsonObjectBuilder tokens() {
        JsonObjectBuilder claims = claims("carol", "developers");
        if (!nonce.isEmpty()) {
            claims.add("nonce", nonce);
        }
        return Json.createObjectBuilder()
                .add("access_token", "an-opaque-token")
                .add("token_type", "Bearer")
                .add("expires_in", 600)
                .add("id_token", token(claims));
    }

    private static String parameter(String query, String name) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return found.find() ? found.group(1) : "";
    }

    private static void json(HttpExchange exchange, JsonObjectBuilder json) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] body = json.build().toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
