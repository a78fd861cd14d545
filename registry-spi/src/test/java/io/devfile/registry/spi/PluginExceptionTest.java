package io.devfile.registry.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.devfile.registry.spi.oci.OciBackendException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PluginExceptionTest {

    @Test
    void theMessageSaysWhatWasTriedWhyItFailedAndWhatToDo() {
        IOException cause = new IOException();
        PluginException exception =
                new OciBackendException("read the index /data/index.json", "it is empty", "Delete it.", cause);

        assertThat(exception)
                .hasMessage("Tried to read the index /data/index.json, but it is empty. Delete it.")
                .hasCause(cause);
        assertThat(exception.reason()).isEqualTo("it is empty");
        assertThat(exception.remedy()).isEqualTo("Delete it.");
    }

    @Test
    void noneOfThemMayBeForgotten() {
        assertThatNullPointerException()
                .isThrownBy(() -> new OciBackendException("read the index", null, "Delete it."))
                .withMessage("reason");
    }
}
