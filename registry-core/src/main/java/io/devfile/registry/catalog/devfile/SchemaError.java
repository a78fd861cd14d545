package io.devfile.registry.catalog.devfile;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.devfile.registry.catalog.yaml.JsonPointer;

/** An error of the schema validator, with a message of the registry. */
record SchemaError(String pointer, String message) {

    static String pointer(Error error) {
        NodePath path = error.getInstanceLocation();
        String pointer = "";
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer = JsonPointer.child(pointer, String.valueOf(path.getElement(i)));
        }
        return pointer;
    }
}
