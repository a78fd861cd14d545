package io.devfile.registry.catalog.yaml;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The types of plain scalars by the core schema of YAML 1.2: {@code yes} and {@code on} are text, {@code 017} is
 * seventeen. A number of more than {@value #LONGEST_NUMBER} characters is text, because such a number is not used for
 * calculations.
 */
final class CoreSchema extends Resolver {

    static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
    static final Pattern INT = Pattern.compile("[-+]?[0-9]++|0o[0-7]++|0x[0-9a-fA-F]++");
    static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?"
            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private static final int LONGEST_NUMBER = 128;

    // Called by the superclass's constructor.
    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.NULL, NULL, "~nN\0", 4);
        addImplicitResolver(Tag.BOOL, BOOL, "tTfF", 5);
        addImplicitResolver(Tag.INT, INT, "-+0123456789", LONGEST_NUMBER);
        addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.", LONGEST_NUMBER);
        addImplicitResolver(Tag.MERGE, Resolver.MERGE, "<", 2);
    }
}
