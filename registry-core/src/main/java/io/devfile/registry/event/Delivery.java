package io.devfile.registry.event;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.devfile.registry.settings.EventConfiguration;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.http.HttpClientBuilder;
import io.devfile.registry.toolkit.http.HttpExchange;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events, each in one request. For one thread.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">CloudEvents,
 *     HTTP protocol binding 1.0.2</a>, in structured mode
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>, for the signature
 */
final class Delivery implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429);
    private static final String ENCODED_SECRET = "whsec_";

    private final EventConfiguration configuration;
    private final Clock clock;
    private final CloseableHttpClient client;
    private final JsonFormat format = new JsonFormat();
    private final Jsonb jsonb = JsonbBuilder.create();

    Delivery(EventConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
        this.client = new HttpClientBuilder()
                .reuseConnections()
                .responseTimeout(TIMEOUT)
                .build();
    }

    /**
     * The result of one attempt.
     *
     * @param problem why the event was not taken; null if it was
     * @param temporary whether another attempt may help
     */
    record Result(@Nullable String problem, boolean temporary) {

        private static final Result TAKEN = new Result(null, false);
    }

    Result send(Event event) {
        byte[] body = format.serialize(CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(configuration.source())
                .withType(event.type())
                .withSubject(event.subject().isEmpty() ? null : event.subject())
                .withTime(event.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", jsonb.toJson(event.data()).getBytes(StandardCharsets.UTF_8))
                .build());
        HttpPost request = new HttpPost(configuration.url());
        request.setHeader("Content-Type", JsonFormat.CONTENT_TYPE + "; charset=utf-8");
        try {
            sign(request, event.id(), body);
            try (HttpExchange exchange =
                    HttpExchange.send(client, request, body.length, out -> out.write(body), TIMEOUT)) {
                int status = exchange.status();
                return status >= 200 && status < 300
                        ? Result.TAKEN
                        : new Result(
                                "the response has the status " + status, status >= 500 || TEMPORARY.contains(status));
            }
        } catch (SettingException | IOException e) {
            return new Result(e.getMessage(), true);
        }
    }

    private void sign(HttpPost request, String id, byte[] body) throws SettingException {
        Secret secret = configuration.secret();
        if (secret != null) {
            String time = Long.toString(clock.instant().getEpochSecond());
            request.setHeader("webhook-id", id);
            request.setHeader("webhook-timestamp", time);
            request.setHeader("webhook-signature", "v1," + hmac(key(secret.read()), id + "." + time + ".", body));
        }
    }

    private static byte[] key(String secret) throws SettingException {
        if (!secret.startsWith(ENCODED_SECRET)) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
        try {
            byte[] key = Base64.getDecoder().decode(secret.substring(ENCODED_SECRET.length()));
            if (key.length == 0) {
                throw new IllegalArgumentException("There is no key");
            }
            return key;
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "registry.events.secret",
                    "there is no key in Base64 after " + ENCODED_SECRET,
                    "Copy it as the receiver shows it, or use a text without this prefix.");
        }
    }

    private static String hmac(byte[] key, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        Closer.closeQuietly(client);
    }
}
