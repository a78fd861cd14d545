package io.devfile.registry.index;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Random parameters: valid ones and arbitrary ones. */
final class RandomQueries {

    private static final List<String> NAMES = List.of("""
            name displayName projectType language provider supportUrl description iconUri gitUrl
            gitRemoteName gitSubDir gitRevision tags resources starterProjects arch attributeNames
            linkNames links gitRemoteNames gitRemotes commandGroups deploymentScopes minVersion
            maxVersion minSchemaVersion maxSchemaVersion minLastModified maxLastModified default
            deprecated icon other
            """.split("\\s+"));

    /** One valid parameter, such as {@code name=rust}. */
    static final class RightParameter implements ArbitrarySupplier<String> {
        @Override
        public Arbitrary<String> get() {
            Arbitrary<String> text = Combinators.combine(
                            Arbitraries.of(NAMES.subList(0, 15)),
                            Arbitraries.of("r", "RUST", "go", "web", "e", "https", "1", "pages", "main", "zzz"))
                    .as((name, value) -> name + "=" + value);
            Arbitrary<String> range = Combinators.combine(
                            Arbitraries.of("minVersion", "maxVersion", "minSchemaVersion", "maxSchemaVersion"),
                            Arbitraries.integers().between(0, 3),
                            Arbitraries.integers().between(0, 11))
                    .as((name, major, minor) -> name + "=" + major + "." + minor);
            Arbitrary<String> others = Arbitraries.of(
                    "default=true",
                    "default=false",
                    "deprecated=true",
                    "deprecated=false",
                    "arch=amd64",
                    "arch=s390x",
                    "commandGroups=build",
                    "commandGroups=run",
                    "deploymentScopes=innerloop",
                    "linkNames=self",
                    "minLastModified=2025-01-01",
                    "maxLastModified=2025-01-31",
                    "gitRemoteNames=origin");
            return Arbitraries.oneOf(text, range, others);
        }
    }

    /** Any parameters with any values. */
    static final class AnyParameters implements ArbitrarySupplier<Map<String, List<String>>> {
        @Override
        public Arbitrary<Map<String, List<String>>> get() {
            Arbitrary<String> values = Arbitraries.oneOf(
                    Arbitraries.strings().ofMaxLength(20),
                    Arbitraries.strings().withChars("0123456789.-+v").ofMaxLength(30),
                    Arbitraries.of("1.0", "2024-02-30", "true", "amd64", "base64", "build", "%", "[", "\\", "\0"));
            return Arbitraries.maps(
                            Arbitraries.oneOf(
                                    Arbitraries.of(NAMES), Arbitraries.strings().ofMaxLength(8)),
                            values.list().ofMaxSize(3))
                    .ofMaxSize(4);
        }
    }

    private RandomQueries() {}
}
