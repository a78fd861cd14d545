package io.devfile.registry.spi.oci;

import static io.devfile.registry.spi.oci.ContractArtifacts.bytes;
import static io.devfile.registry.spi.oci.ContractArtifacts.prepare;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.devfile.registry.spi.oci.model.Manifest;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The contract of {@link OciBackend}, for every implementation. A subclass supplies an instance. If a backend does not
 * support an operation, the subclass overrides one of the methods whose names begin with {@code can}. The backend may
 * contain other repositories, including those of earlier tests: each test uses its own name.
 *
 * <p>Each superclass of this class tests one kind of rule.
 */
@Timeout(60)
public abstract class OciBackendContractTest extends ConcurrencyContract {

    /** For subclasses. */
    protected OciBackendContractTest() {}

    @Test
    final void closingTwiceDoesNothing() {
        backend.close();
        backend.close();
    }

    @Test
    final void aClosedBackendSaysSo() throws Exception {
        Manifest manifest = prepare(backend, repository, "a");
        backend.putManifest(repository, manifest, TAG);
        byte[] content = bytes("later");

        backend.close();

        List<ThrowingCallable> calls = List.of(
                () -> backend.resolve(repository, TAG),
                () -> backend.manifest(repository, TAG),
                () -> backend.blob(repository, UNKNOWN),
                () -> backend.putBlob(repository, UNKNOWN, content.length, () -> new ByteArrayInputStream(content)),
                () -> backend.putManifest(repository, manifest),
                () -> backend.putManifest(repository, manifest, TAG),
                () -> backend.tags(repository),
                () -> backend.repositories(),
                () -> backend.referrers(repository, UNKNOWN),
                () -> backend.deleteTag(repository, TAG),
                () -> backend.deleteManifest(repository, UNKNOWN),
                () -> backend.probe());
        for (ThrowingCallable call : calls) {
            assertThatIllegalStateException().isThrownBy(call);
        }
    }
}
