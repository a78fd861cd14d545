package io.devfile.registry.viewer.detail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonLdTest {

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(new JsonLd()
                        .add("name", "Go")
                        .add("version", "")
                        .add("keywords", List.of())
                        .text())
                .isEqualTo("{\"@context\":\"https://schema.org\",\"@type\":\"SoftwareSourceCode\",\"name\":\"Go\"}");
    }

    @Property
    void nothingInItEndsTheElementThatItStandsIn(@ForAll String text) {
        String json = new JsonLd().add("name", "</script><!--" + text).text();
        assertThat(json).doesNotContain("<", ">", "&");
        assertThat(Json.createReader(new StringReader(json)).readObject().getString("name"))
                .startsWith("</script><!--");
    }
}
