package io.devfile.registry.catalog.devfile;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version's schema, compiled. Safe to share between threads. */
final class DevfileSchema {

    private final Schema schema;
    private final SchemaMessages messages;

    DevfileSchema(Schema schema, Map<String, @Nullable Object> source) {
        this.schema = schema;
        this.messages = new SchemaMessages(source);
    }

    void check(Object devfile, Report report) {
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
            // patterns limit lengths, too, which is said once
            boolean saidAlready = error.getKeyword().equals("pattern") && tooLong.contains(SchemaError.pointer(error));
            if (!saidAlready && !isNoise(error, withUnknownProperty)) {
                SchemaError found = messages.of(error);
                report.error(found.pointer(), found.message());
            }
        }
    }

    // What fails inside of a choice is said by the choice itself, which says nothing new where there is no mapping to
    // choose from, or where the choice is there, but misspelt. Nor do the values of an enumeration where there is no
    // text.
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
