package io.devfile.registry.rest;

import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.QueryParameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Adds parts to the OpenAPI document that annotations would only repeat: the query parameters, as described by the code
 * that reads them, and the responses that all operations share.
 */
public final class OpenApiDetails implements OASFilter {

    private static final String JSON = "application/json";

    private static final Map<String, String> ERRORS = Map.of(
            "400", "A parameter is not valid",
            "404", "The requested resource does not exist",
            "406", "None of the types in the Accept header is available",
            "503", "The registry is still reading its stacks");

    private static final Map<String, String> OF_REMOTES = Map.of(
            "403", "The registry is not allowed to fetch the content from its remote",
            "502", "The remote fails",
            "504", "The remote takes too long");

    /** What a name can be; other names are never found, and some characters are not allowed in URLs. */
    private static final String NAME = "^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$";

    /** Files in stacks may have any names, but no control characters and backslashes in them. */
    private static final String PATH = "^[^\\x00-\\x1f\\x7f\\\\]+$";

    private static final String DIGEST = "^[0-9a-f]{64}$";

    /** Text with something in it besides white space, as Java defines it. */
    private static final String NOT_BLANK = "[^\\s\\x1c-\\x1f]";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema("Error", error());
        document.getPaths().getPathItems().values().forEach(OpenApiDetails::complete);
    }

    private static void complete(PathItem path) {
        Operation get = path.getGET();
        if (get == null) {
            return;
        }
        complete(get);
        Stream.concat(parameters(path.getParameters()), parameters(get.getParameters()))
                .filter(parameter -> parameter.getIn() == Parameter.In.PATH)
                .forEach(OpenApiDetails::restrict);
        if (get.getResponses() == null) {
            return;
        }
        var responses = OASFactory.createAPIResponses();
        get.getResponses()
                .getAPIResponses()
                .forEach((status, answer) -> responses.addAPIResponse(status, response(answer.getDescription())));
        path.setHEAD(OASFactory.createOperation()
                .operationId(get.getOperationId() + "Head")
                .summary(get.getSummary() + ", without the body")
                .tags(get.getTags())
                .parameters(get.getParameters())
                .responses(responses));
    }

    private static Stream<Parameter> parameters(@Nullable List<Parameter> parameters) {
        return parameters == null ? Stream.empty() : parameters.stream();
    }

    private static void restrict(Parameter parameter) {
        switch (parameter.getName()) {
            case "digest" -> parameter.getSchema().pattern(DIGEST);
            case "path" -> parameter.getSchema().pattern(PATH);
            case "name", "version", "project" -> parameter.getSchema().pattern(NAME);
            default -> {
                // has a list of values
            }
        }
    }

    private static void complete(Operation operation) {
        switch (String.valueOf(operation.getOperationId())) {
            case "v1Stacks", "v1Entries" -> index(operation, IndexFormat.V1);
            case "v2Stacks", "v2Entries" -> index(operation, IndexFormat.V2);
            case "defaultDevfile" -> {
                devfile(operation);
                operation
                        .getResponses()
                        .addAPIResponse("301", response("An old address of a page, with a '+' in the name"));
            }
            case "devfile" -> {
                QueryParameter.ofLatest().forEach(one -> operation.addParameter(parameter(one)));
                devfile(operation);
            }
            case "defaultStarterProject", "starterProject" -> {
                answers(operation, "202", "The zip", content("application/zip", string()));
                ranges(operation, content("application/zip", string()));
                errors(operation, OF_REMOTES);
            }
            case "devfileResource", "stackFile" -> {
                answers(operation, "200", "The file", content("*/*", string()));
                ranges(operation, content("*/*", string()));
            }
            case "search" -> {
                QueryParameter.ofSuggestions().forEach(one -> operation.addParameter(parameter(one)));
                operation.getParameters().get(0).required(true);
                answers(operation, "200", "The best entries", content(JSON, object()));
            }
            case "changes" -> {
                answers(operation, "200", "The changes, and the cursor after them", content(JSON, object()));
                errors(
                        operation,
                        Map.of("410", "The cursor is too old, or of another registry; start over without it"));
            }
            case "icon" -> {
                answers(operation, "200", "The icon", content("image/*", string()));
                ranges(operation, content("image/*", string()));
            }
            default -> {
                // not an operation of the registry
            }
        }
    }

    private static void index(Operation operation, IndexFormat format) {
        QueryParameter.of(format).forEach(one -> operation.addParameter(parameter(one)));
        Schema entries = OASFactory.createSchema().addType(SchemaType.ARRAY).items(object());
        answers(operation, "200", "The matching entries; the list may be empty", content(JSON, entries));
    }

    private static void devfile(Operation operation) {
        Content content = content("application/yaml", object());
        content.addMediaType("text/plain", OASFactory.createMediaType().schema(string()));
        answers(operation, "200", "The devfile", content);
        ranges(operation, content("application/yaml", string()));
        errors(operation, OF_REMOTES);
    }

    private static void answers(Operation operation, String status, String description, Content content) {
        var responses = OASFactory.createAPIResponses();
        responses.addAPIResponse(status, response(description).content(content));
        responses.addAPIResponse(
                "304", response("Not modified: the client already has the content with this entity tag"));
        operation.setResponses(responses);
        errors(operation, ERRORS);
        Schema message = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("message"))
                .addProperty("message", string());
        responses.addAPIResponse(
                "405", response("Only GET and HEAD are supported").content(content(JSON, message)));
    }

    /** Parts of files (RFC 9110, section 14). */
    private static void ranges(Operation operation, Content content) {
        operation.addParameter(OASFactory.createParameter()
                .name("Range")
                .in(Parameter.In.HEADER)
                .description("The part of the file to return, such as bytes=0-99.")
                .required(false)
                .schema(string()));
        operation
                .getResponses()
                .addAPIResponse("206", response("The part of the file").content(content));
        errors(operation, Map.of("416", "The range is outside of the file"));
    }

    private static void errors(Operation operation, Map<String, String> errors) {
        Schema error = OASFactory.createSchema().ref("#/components/schemas/Error");
        // in order, so that the document is the same on every server
        new TreeMap<>(errors)
                .forEach((code, why) -> operation
                        .getResponses()
                        .addAPIResponse(code, response(why).content(content(JSON, error))));
    }

    private static Parameter parameter(QueryParameter from) {
        Schema value = string();
        if (from.choices().isEmpty() && from.pattern() == null) {
            value.minLength(1).pattern(NOT_BLANK);
        }
        from.choices().forEach(value::addEnumeration);
        if (from.pattern() != null) {
            value.pattern(from.pattern());
        }
        if (from.name().endsWith("LastModified")) {
            value.format("date");
        }
        Schema schema = from.repeatable()
                ? OASFactory.createSchema().addType(SchemaType.ARRAY).items(value)
                : value;
        return OASFactory.createParameter()
                .name(from.name())
                .in(Parameter.In.QUERY)
                .description(from.matches())
                .required(false)
                .schema(schema);
    }

    private static Schema error() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("status"))
                .addProperty("status", string().description("What is wrong, and how to correct it"))
                .addProperty("error", string().description("Why, if a remote is the cause"));
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description);
    }

    private static Content content(String type, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(type, OASFactory.createMediaType().schema(schema));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
