package io.devfile.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.QueryParameter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class OpenApiDetailsTest {

    private final OpenAPI document = OASFactory.createOpenAPI().paths(OASFactory.createPaths());

    private Operation completed(String id) {
        Operation operation = OASFactory.createOperation().operationId(id);
        document.getPaths().addPathItem("/" + id, OASFactory.createPathItem().GET(operation));
        new OpenApiDetails().filterOpenAPI(document);
        return operation;
    }

    @Test
    void addsTheParametersOfTheIndex() {
        assertThat(completed("v1Entries").getParameters())
                .extracting(Parameter::getName)
                .containsExactlyElementsOf(QueryParameter.of(IndexFormat.V1).stream()
                        .map(QueryParameter::name)
                        .toList());
        assertThat(completed("v2Stacks").getParameters())
                .extracting(Parameter::getName)
                .contains("minVersion", "commandGroups");
    }

    @Test
    void addsTheSchemaVersionsThatTheLatestVersionIsWithin() {
        assertThat(completed("devfile").getParameters())
                .extracting(Parameter::getName)
                .containsExactly("minSchemaVersion", "maxSchemaVersion", "Range");
    }

    @Test
    void addsAnswersAndTheirTypes() {
        var responses = completed("v2Entries").getResponses();

        assertThat(responses.getAPIResponses()).containsOnlyKeys("200", "304", "400", "404", "405", "406", "503");
        assertThat(responses.getAPIResponse("200").getContent().getMediaTypes()).containsOnlyKeys("application/json");
        assertThat(responses
                        .getAPIResponse("404")
                        .getContent()
                        .getMediaType("application/json")
                        .getSchema()
                        .getRef())
                .isEqualTo("#/components/schemas/Error");
        assertThat(document.getComponents().getSchemas()).containsKey("Error");
        assertThat(completed("devfile")
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaTypes())
                .containsOnlyKeys("application/yaml", "text/plain");
        assertThat(completed("devfile")
                        .getResponses()
                        .getAPIResponse("200")
                        .getContent()
                        .getMediaType("application/yaml")
                        .getSchema()
                        .getType())
                .containsExactly(SchemaType.OBJECT);
        assertThat(completed("devfile").getResponses().getAPIResponses())
                .containsKeys("206", "403", "416", "502", "504");
        assertThat(completed("starterProject").getResponses().getAPIResponses()).containsKey("202");
    }

    @Test
    void leavesTheRestAlone() {
        assertThat(completed("health").getParameters()).isNullOrEmpty();
        new OpenApiDetails().filterOpenAPI(OASFactory.createOpenAPI());
    }
}
