package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The instance under test, a repository that no other test uses, and the operations that a backend may not support. */
abstract class BackendContract {

    static final Tag TAG = new Tag("1.0.0");
    static final Digest UNKNOWN = Digest.of(ContractArtifacts.bytes("nobody ever puts this"));

    OciBackend backend;
    RepositoryName repository;

    /** Creates a working backend. Called once per test; the test closes it. */
    protected abstract OciBackend createBackend() throws Exception;

    /** Whether manifests can be deleted. */
    protected boolean canDelete() {
        return true;
    }

    /** Whether a tag can be deleted without its manifest. */
    protected boolean canDeleteTags() {
        return true;
    }

    /** Whether content may have SHA-512 digests. */
    protected boolean canUseSha512() {
        return true;
    }

    /** Whether a repository with manifests but without tags can be distinguished from one that does not exist. */
    protected boolean canTellUntaggedRepositories() {
        return true;
    }

    @BeforeEach
    final void createInstance() throws Exception {
        repository = new RepositoryName("contract/" + UUID.randomUUID());
        backend = createBackend();
    }

    @AfterEach
    final void closeInstance() {
        backend.close();
    }
}
