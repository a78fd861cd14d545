package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The backend passes the contract's tests with a real registry. */
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

    /** This registry identifies a tag only by the digest that it points to. */
    @Override
    protected boolean canDeleteTags() {
        return false;
    }

    /** This registry uses SHA-256 digests for manifests, even if another algorithm is requested. */
    @Override
    protected boolean canUseSha512() {
        return false;
    }

    /** This registry lists a repository as soon as it has a blob, and its tags as soon as it has a tag. */
    @Override
    protected boolean canTellUntaggedRepositories() {
        return false;
    }
}
