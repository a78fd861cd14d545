package io.devfile.registry.catalog.devfile;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The compiled schema of one version. Safe to share between threads. */
final class DevfileSchema {

    private final Schema schema;
    private final SchemaMessages messages;

    DevfileSchema(Schema schema, Map<String, @Nullable Object> source) {
        this.schema = schema;
        this.messages = new SchemaMessages(source);
    }

    void check(Object devfile, Violations report) {
        List<Error> errors = schema.validate(JsonNodes.of(devfile));
        Set<String> withUnknownProperty = new HashSet<>();
        Set<String> tooLong = new HashSet<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                withUnknownProperty.add(SchemaError.pointer(error));
            } else if (error.getKeyword().equals("maxLength")) {
                tooLong.add(SchemaError.pointer(error));
            }
        }
        for (Error error : errors) {
            // a pattern can limit the length, too; report a text that is too long only once
            boolean saidAlready = error.getKeyword().equals("pattern") && tooLong.contains(SchemaError.pointer(error));
            if (!saidAlready && !isNoise(error, withUnknownProperty)) {
                SchemaError found = messages.of(error);
                report.error(found.pointer(), found.message());
            }
        }
    }

    // An error inside a choice is reported by the error of the choice itself. The error of the choice adds nothing if
    // the value is not a mapping, or if the key of the choice is present but misspelt. An error about the values of an
    // enumeration adds nothing if the value is not text.
    private static boolean isNoise(Error error, Set<String> withUnknownProperty) {
        if (error.getKeyword().equals("oneOf")) {
            boolean nothingChosen = error.getInstanceNode().isObject()
                    && SchemaMessages.chosen(error).isEmpty();
            return !error.getInstanceNode().isObject()
                    || nothingChosen && withUnknownProperty.contains(SchemaError.pointer(error));
        }
        boolean wrongTypeToo =
                error.getKeyword().equals("enum") && !error.getInstanceNode().isString();
        return wrongTypeToo || error.getEvaluationPath().contains("oneOf");
    }
}
