package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Authorizer;
import io.devfile.registry.oci.distribution.http.Transport;
import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendProvider;

/**
 * Creates {@link DistributionBackend}s, the type {@value #TYPE}. One setting is required: {@code url}, the address of
 * the registry. Its path is the common prefix of the repository names of all artifacts. For the other settings, see
 * {@link DistributionSettings} and {@link CredentialSettings}.
 */
public final class DistributionBackendProvider implements OciBackendProvider {

    static final String TYPE = "distribution";

    /** For {@link java.util.ServiceLoader}. */
    public DistributionBackendProvider() {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public OciBackend create(PluginContext context) throws SettingException {
        DistributionSettings settings = DistributionSettings.read(context.settings());
        if (context.offline()) {
            throw new SettingException(
                    context.settings().fullKey(DistributionSettings.URL),
                    "a registry needs network connections, and offline mode does not allow them",
                    "Store artifacts with the type layout, or turn off offline mode.");
        }
        RemoteRegistry registry = settings.registry();
        Transport transport = new Transport(settings.tls(), settings.proxy(), settings.timeout());
        Authorizer authorizer = new Authorizer(settings.credentials(), registry.origin(), transport);
        RegistryClient client =
                new RegistryClient(new Delivery(transport, authorizer, registry.origin()), settings.timeout());
        return new DistributionBackend(registry, client, settings.concurrency());
    }
}
