package io.devfile.registry.source.git;

import static io.devfile.registry.source.git.GitFixture.assertFails;
import static io.devfile.registry.source.git.GitFixture.fetchAndRead;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.source.StackSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that git itself would not create. */
@Timeout(60)
class HostileRepositoryTest {

    private static final String FILE = "100644";
    private static final String LINK = "120000";
    private static final String TREE = "40000";

    @TempDir
    private Path scratch;

    private GitFixture fixture;
    private Repository origin;

    @BeforeEach
    void begin() throws IOException {
        fixture = new GitFixture(scratch);
        origin = new FileRepository(scratch.resolve("origin.git").toFile());
        origin.create(true);
    }

    /** An entry of a tree, as it is stored. */
    private record Entry(String mode, byte[] name, ObjectId id) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                ".git",
                ".GIT",
                "git~1",
                ".g\u200cit",
                "a/b",
                "../evil",
                "/evil",
                "a\\b",
                "a\nb",
                "a\u0001b"
            })
    void namesThatLeadElsewhereAreRefused(String name) throws Exception {
        commit(tree(file(name, "x")));
        assertRefused();
        commit(tree(new Entry(TREE, name.getBytes(StandardCharsets.UTF_8), tree(file("x", "x")))));
        assertRefused();
        assertThat(scratch.resolve("evil")).doesNotExist();
    }

    @Test
    void namesInOtherEncodingsAreRefused() throws Exception {
        commit(tree(new Entry(FILE, HexFormat.of().parseHex("67fc"), blob("x"))));
        assertRefused().withMessageContaining("not in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "..", "../../x", "a/../..", ""})
    void linksThatLeadOutAreRefused(String target) throws Exception {
        commit(tree(file("a", "x"), new Entry(LINK, "l".getBytes(StandardCharsets.UTF_8), blob(target))));
        assertRefused().withMessageContaining("points outside the tree");
    }

    @Test
    void aLinkOfAMegabyteIsRefused() throws Exception {
        commit(tree(new Entry(LINK, "l".getBytes(StandardCharsets.UTF_8), blob("a/".repeat(500_000)))));
        assertRefused().withMessageContaining("too long");
    }

    @Test
    void theSameNameTwiceIsRefused() throws Exception {
        commit(tree(file("a", "first"), file("a", "second")));
        assertRefused().withMessageContaining("already exists");
        commit(tree(
                new Entry(LINK, "a".getBytes(StandardCharsets.UTF_8), blob("/tmp")),
                new Entry(TREE, "a".getBytes(StandardCharsets.UTF_8), tree(file("x", "x")))));
        assertRefused();
    }

    /** Ten trees of ten trees of … are few objects but very many files. */
    @Test
    void aBombOfTreesIsRefused() throws Exception {
        ObjectId inner = tree(file("x", "x"));
        for (int level = 0; level < 10; level++) {
            Entry[] entries = new Entry[10];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = new Entry(TREE, ("d" + i).getBytes(StandardCharsets.UTF_8), inner);
            }
            inner = tree(entries);
        }
        commit(inner);
        assertRefused("max-entries", "500").withMessageContaining("more than 500 files");
    }

    @Test
    void aDeepTreeIsRefused() throws Exception {
        ObjectId inner = tree(file("x", "x"));
        for (int level = 0; level < 100; level++) {
            inner = tree(new Entry(TREE, "d".getBytes(StandardCharsets.UTF_8), inner));
        }
        commit(inner);
        assertRefused().withMessageContaining("deeper than 64");
    }

    @Test
    void moreThanTheSizeThatIsSetIsRefused() throws Exception {
        commit(tree(file("a", "x".repeat(600)), file("b", "x".repeat(600))));
        assertRefused("max-size", "1K").withMessageContaining("more than 1024 bytes");
    }

    @Test
    void anObjectThatIsMissingAtTheOriginIsAnError() throws Exception {
        commit(tree(new Entry(FILE, "a".getBytes(StandardCharsets.UTF_8), ObjectId.fromString("1".repeat(40)))));
        assertRefused();
    }

    @ParameterizedTest
    @CsvSource({"post-checkout", "reference-transaction", "post-update"})
    void hooksOfTheOriginDoNotRun(String hook) throws Exception {
        commit(tree(file("a", "x")));
        Path script = scratch.resolve("origin.git/hooks").resolve(hook);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "#!/bin/sh\ntouch " + scratch.resolve("ran") + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        try (StackSource source = fixture.source("file://" + scratch.resolve("origin.git"))) {
            assertThat(fetchAndRead(source, "a")).isEqualTo("x");
        }
        assertThat(scratch.resolve("ran")).doesNotExist();
    }

    private ThrowableAssertAlternative<?> assertRefused(String... more) throws Exception {
        try (StackSource source = fixture.source("file://" + scratch.resolve("origin.git"), more)) {
            var failure = assertFails(source);
            Path trees = fixture.work().resolve("trees");
            if (Files.exists(trees)) {
                try (Stream<Path> files = Files.walk(trees)) {
                    assertThat(files.filter(Files::isRegularFile)).isEmpty();
                }
            }
            return failure;
        }
    }

    private Entry file(String name, String text) throws IOException {
        return new Entry(FILE, name.getBytes(StandardCharsets.UTF_8), blob(text));
    }

    private ObjectId blob(String text) throws IOException {
        return insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectId tree(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            new ByteArrayInputStream((entry.mode() + " ").getBytes(StandardCharsets.US_ASCII)).transferTo(bytes);
            bytes.write(entry.name());
            bytes.write(0);
            entry.id().copyRawTo(bytes);
        }
        return insert(Constants.OBJ_TREE, bytes.toByteArray());
    }

    private ObjectId insert(int type, byte[] content) throws IOException {
        try (ObjectInserter inserter = origin.newObjectInserter()) {
            ObjectId id = inserter.insert(type, content);
            inserter.flush();
            return id;
        }
    }

    private void commit(ObjectId tree) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setAuthor(new PersonIdent("Tester", "tester@example.com"));
        commit.setCommitter(commit.getAuthor());
        RefUpdate update = origin.updateRef(Constants.HEAD);
        update.setNewObjectId(insert(Constants.OBJ_COMMIT, commit.build()));
        update.setForceUpdate(true);
        assertThat(update.update()).isIn(RefUpdate.Result.NEW, RefUpdate.Result.FORCED);
    }
}
