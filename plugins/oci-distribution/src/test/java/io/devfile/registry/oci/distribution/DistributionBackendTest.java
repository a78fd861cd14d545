package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The backend passes the contract's tests over a real registry. */
class DistributionBackendTest extends OciBackendContractTest {

    @TempDir
    private static Path directory;

    @AutoClose
    private static DockerRegistry registry;

    @BeforeAll
    static void startRegistry() throws Exception {
        registry = DockerRegistry.start(directory);
    }

    @Override
    protected OciBackend createBackend() throws Exception {
        return Backends.at(registry.url());
    }

    /** This registry knows a tag only by the digest behind it. */
    @Override
    protected boolean canDeleteTags() {
        return false;
    }

    /** This registry gives manifests SHA-256 digests, whatever it is told. */
    @Override
    protected boolean canUseSha512() {
        return false;
    }

    /** This registry lists a repository as soon as it has a blob, and its tags as soon as it has one. */
    @Override
    protected boolean canTellUntaggedRepositories() {
        return false;
    }
}
