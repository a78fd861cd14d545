package io.devfile.registry.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    private static final Digest DIGEST = Digest.of(new byte[0]);

    @Test
    void knowsTheAddressesWithoutARepository() throws DistributionError {
        assertThat(Route.of("")).isEqualTo(new Route.Ping());
        assertThat(Route.of("/")).isEqualTo(new Route.Ping());
        assertThat(Route.of("/_catalog")).isEqualTo(new Route.Catalog());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "go",
                "devfile-catalog/go",
                "manifests",
                "a/blobs",
                "a/manifests/b",
                "tags/list",
                "a/tags",
                "list"
            })
    void knowsTheAddressesOfARepositoryWhateverItsNameContains(String name) throws DistributionError {
        RepositoryName repository = new RepositoryName(name);

        assertThat(Route.of("/" + name + "/tags/list")).isEqualTo(new Route.Tags(repository));
        assertThat(Route.of("/" + name + "/manifests/1.0.0"))
                .isEqualTo(new Route.ManifestOf(repository, new Tag("1.0.0")));
        assertThat(Route.of("/" + name + "/manifests/" + DIGEST)).isEqualTo(new Route.ManifestOf(repository, DIGEST));
        assertThat(Route.of("/" + name + "/blobs/" + DIGEST)).isEqualTo(new Route.BlobOf(repository, DIGEST));
        assertThat(Route.of("/" + name + "/referrers/" + DIGEST)).isEqualTo(new Route.ReferrersOf(repository, DIGEST));
    }

    @Test
    void takesTagsThatAreCalledLikePartsOfAddresses() throws DistributionError {
        assertThat(Route.of("/a/manifests/list"))
                .isEqualTo(new Route.ManifestOf(new RepositoryName("a"), new Tag("list")));
        assertThat(Route.of("/a/manifests/blobs"))
                .isEqualTo(new Route.ManifestOf(new RepositoryName("a"), new Tag("blobs")));
    }

    @Test
    void takesNamesUpToTheLongest() throws DistributionError {
        String longest = "a".repeat(255);

        assertThat(Route.of("/" + longest + "/tags/list")).isEqualTo(new Route.Tags(new RepositoryName(longest)));
        assertThatThrownBy(() -> Route.of("/a" + longest + "/tags/list"))
                .isInstanceOfSatisfying(
                        DistributionError.class,
                        error -> assertThat(error.code()).isEqualTo(ErrorCode.NAME_INVALID));
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/list, NAME_INVALID, 400",
        "//tags/list, NAME_INVALID, 400",
        "/../tags/list, NAME_INVALID, 400",
        "/a//b/tags/list, NAME_INVALID, 400",
        "/A/tags/list, NAME_INVALID, 400",
        "/a/../b/manifests/1, NAME_INVALID, 400",
        "//manifests/1, NAME_INVALID, 400",
        "/manifests/1, NAME_UNKNOWN, 404",
        "/a, NAME_UNKNOWN, 404",
        "/a/b, NAME_UNKNOWN, 404",
        "/a/tags/list/, NAME_UNKNOWN, 404",
        "/a/uploads/1, NAME_UNKNOWN, 404",
        "/a/blobs/uploads/, NAME_UNKNOWN, 404",
        "/a/manifests/, MANIFEST_UNKNOWN, 404",
        "/a/manifests/.., MANIFEST_UNKNOWN, 404",
        "/a/manifests/-a, MANIFEST_UNKNOWN, 404",
        "/a/manifests/sha256:12, DIGEST_INVALID, 400",
        "/a/manifests/md5:12, DIGEST_INVALID, 400",
        "/a/blobs/12, DIGEST_INVALID, 400",
        "/a/blobs/sha256:../../x, NAME_UNKNOWN, 404",
        "/a/referrers/x, DIGEST_INVALID, 400",
        "//, NAME_UNKNOWN, 404",
        "///, NAME_UNKNOWN, 404"
    })
    void saysWhatIsWrongWithAnAddress(String path, ErrorCode code, int status) {
        assertThatThrownBy(() -> Route.of(path)).isInstanceOfSatisfying(DistributionError.class, error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.status()).isEqualTo(status);
        });
    }

    @Property
    void answersEveryAddressWithARouteOrAnErrorOfTheApi(@ForAll("paths") String path) {
        assertThat(catchThrowable(() -> Route.of(path)))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(DistributionError.class));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of(
                        "tags",
                        "list",
                        "manifests",
                        "blobs",
                        "referrers",
                        "_catalog",
                        "a",
                        "",
                        "..",
                        "é",
                        DIGEST.toString())
                .list()
                .ofMaxSize(7)
                .map(parts -> "/" + String.join("/", parts));
    }
}
