package io.devfile.registry.source.archive;

import static io.devfile.registry.source.archive.Archives.add;
import static io.devfile.registry.source.archive.Archives.gzip;
import static io.devfile.registry.source.archive.Archives.link;
import static io.devfile.registry.source.archive.Archives.tar;
import static io.devfile.registry.source.archive.Archives.zip;
import static io.devfile.registry.source.archive.Archives.zstd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that try to do something that is not allowed. */
@Timeout(60)
class HostileArchiveTest {

    @TempDir
    private Path scratch;

    private ArchiveFixture fixture;

    @BeforeEach
    void begin() {
        fixture = new ArchiveFixture(scratch);
    }

    @ParameterizedTest
    @CsvSource({
        "../evil, contains the part",
        "a/../../evil, contains the part",
        "a/b/..,contains the part",
        "/evil, is absolute",
        "C:/evil, is absolute",
        "a/..\\..\\evil, backslash",
        "'a\nb', control character",
        "'a\tb', control character"
    })
    void namesThatLeadAnywhereElse(String name, String reason) throws Exception {
        fixture.assertRefused(tar(Map.of("fine", "x", name, "evil"))).withMessageContaining(reason);
        fixture.assertRefused(zip(Map.of("fine", "x", name, "evil"))).withMessageContaining(reason);
        assertThat(scratch.resolve("evil")).doesNotExist();
        assertThat(fixture.work().resolve("evil")).doesNotExist();
    }

    @Test
    void aZipFromWindowsThatLeadsUpwards() throws Exception {
        fixture.assertRefused(zip(Map.of("..\\..\\evil", "x"))).withMessageContaining("..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../etc/passwd", "..", "a/../.."})
    void linksThatLeadOut(String target) throws Exception {
        fixture.assertRefused(tar(out -> {
                    add(out, "a/b", "x");
                    add(out, "c", "x");
                    link(out, TarConstants.LF_SYMLINK, "l", target);
                }))
                .withMessageContaining("points outside the tree");
        fixture.assertRefused(zip(out -> {
                    add(out, "a/b", "x");
                    add(out, "c", "x");
                    ZipArchiveEntry entry = new ZipArchiveEntry("l");
                    entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
                    add(out, entry, target);
                }))
                .withMessageContaining("points outside the tree");
    }

    @Test
    void aFileBehindALink() throws Exception {
        Path outside = Files.createDirectory(scratch.resolve("outside"));
        fixture.assertRefused(tar(out -> {
            link(out, TarConstants.LF_SYMLINK, "d", outside.toString());
            add(out, "d/evil", "x");
        }));
        fixture.assertRefused(tar(out -> {
            link(out, TarConstants.LF_SYMLINK, "d", "e");
            add(out, "d/evil", "x");
        }));
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aLinkThroughALinkThatLeadsOut() throws Exception {
        fixture.assertRefused(tar(out -> {
                    link(out, TarConstants.LF_SYMLINK, "x/up", "..");
                    link(out, TarConstants.LF_SYMLINK, "l", "x/up/../secret");
                    add(out, "y", "x");
                }))
                .withMessageContaining("points outside the tree");
    }

    @ParameterizedTest
    @CsvSource({"49, hard link", "51, neither", "52, neither", "54, neither"})
    void hardLinksDevicesAndPipes(byte type, String reason) throws Exception {
        fixture.assertRefused(tar(out -> {
                    add(out, "a", "x");
                    link(out, type, "b", "/etc/passwd");
                }))
                .withMessageContaining(reason);
    }

    @Test
    void devicesInAZip() throws Exception {
        fixture.assertRefused(zip(out -> {
                    ZipArchiveEntry entry = new ZipArchiveEntry("device");
                    entry.setUnixMode(0020666);
                    add(out, entry, "");
                }))
                .withMessageContaining("neither a file");
    }

    @Test
    void theSameNameTwice() throws Exception {
        fixture.assertRefused(tar(out -> {
                    add(out, "a", "first");
                    add(out, "./a", "second");
                }))
                .withMessageContaining("already exists");
        fixture.assertRefused(zip(out -> {
                    add(out, "a", "first");
                    add(out, "a", "second");
                }))
                .withMessageContaining("already exists");
        fixture.assertRefused(tar(out -> {
                    add(out, "a", "first");
                    add(out, "a/b", "second");
                }))
                .withMessageContaining("already exists");
    }

    @Test
    void namesInOtherEncodings() throws Exception {
        byte[] tar = tar(Map.of("stacks/XXX", "x"));
        fixture.assertRefused(replace(tar, "XXX", "gr\u00fc"))
                .withMessageContaining("UTF-8")
                .withMessageNotContaining("\u00fc");
        byte[] zip = zip(out -> {
            out.setUseLanguageEncodingFlag(false);
            add(out, "stacks/XXX", "x");
        });
        fixture.assertRefused(replace(zip, "XXX", "gr\u00fc")).withMessageContaining("UTF-8");
    }

    @Test
    void encryptedEntries() throws Exception {
        byte[] zip = zip(Map.of("secret", "x"));
        // the encryption flag, in the local header and in the central directory
        zip[6] |= 1;
        zip[indexOf(zip, "PK\1\2") + 8] |= 1;
        fixture.assertRefused(zip).withMessageContaining("encrypted");
    }

    @Test
    void otherCompressionMethods() throws Exception {
        byte[] zip = zip(Map.of("a", "x"));
        zip[indexOf(zip, "PK\1\2") + 10] = 14;
        fixture.assertRefused(zip).withMessageContaining("unsupported method");
    }

    @Test
    void aBombInEveryFormat() throws Exception {
        byte[] zeros = new byte[64 << 20];
        byte[] tar = tar(out -> {
            TarArchiveEntry entry = new TarArchiveEntry("zeros");
            entry.setSize(zeros.length);
            out.putArchiveEntry(entry);
            out.write(zeros);
            out.closeArchiveEntry();
        });
        fixture.assertRefused(gzip(tar)).withMessageContaining("200 times its size");
        fixture.assertRefused(zstd(tar)).withMessageContaining("200 times its size");
        fixture.assertRefused(zip(out -> {
                    out.setLevel(Deflater.BEST_COMPRESSION);
                    out.putArchiveEntry(new ZipArchiveEntry("zeros"));
                    out.write(zeros);
                    out.closeArchiveEntry();
                }))
                .withMessageContaining("200 times its size");
    }

    @Test
    void moreThanTheSizeThatIsSet() throws Exception {
        Map<String, String> files = Map.of("a", "x".repeat(600), "b", "x".repeat(600));
        fixture.assertRefused(tar(files), "max-size", "1K").withMessageContaining("more than 1024 bytes in total");
        fixture.assertRefused(zip(files), "max-size", "500").withMessageContaining("more than 500 bytes");
    }

    @Test
    void tenMillionEntries() throws Exception {
        Path archive = scratch.resolve("archive");
        byte[] entry = new byte[512];
        new TarArchiveEntry("a/").writeEntryHeader(entry);
        byte[] many = new byte[512 * 1000];
        for (int i = 0; i < 1000; i++) {
            System.arraycopy(entry, 0, many, i * 512, 512);
        }
        byte[] member = gzip(many);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < 10_000; i++) {
                stream.write(member);
            }
        }
        fixture.assertRefused(Files.readAllBytes(archive)).withMessageContaining("more than 100000 files");
    }

    @Test
    void moreEntriesThanAreAllowed() throws Exception {
        fixture.assertRefused(tar(out -> directories(out, 100_001))).withMessageContaining("100000 files");
        fixture.assertRefused(zip(Map.of("a", "", "b", "", "c", "")), "max-entries", "2")
                .withMessageContaining("more than 2 files");
    }

    /** Its central directory alone would fill the memory. */
    @Test
    void aZipOfMillionsOfEntriesIsNotTakenIntoMemory() throws Exception {
        Path archive = scratch.resolve("archive");
        byte[] one = zip(Map.of("a", ""));
        int directory = indexOf(one, "PK\1\2");
        int end = indexOf(one, "PK\5\6");
        int count = 3_000_000;
        byte[] entry = Arrays.copyOfRange(one, directory, end);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(archive))) {
            stream.write(one, 0, directory);
            for (int i = 0; i < count; i++) {
                stream.write(entry);
            }
            ByteBuffer trailer =
                    ByteBuffer.wrap(Arrays.copyOfRange(one, end, one.length)).order(ByteOrder.LITTLE_ENDIAN);
            trailer.putInt(12, entry.length * count);
            stream.write(trailer.array());
        }
        fixture.assertRefused(Files.readAllBytes(archive)).withMessageContaining("too many entries");
    }

    @Test
    void headersThatDoNotEnd() throws Exception {
        byte[] tar = tar(out -> {
            TarArchiveEntry name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            byte[] text = "a/".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
            name.setSize(text.length);
            out.putArchiveEntry(name);
            out.write(text);
            out.closeArchiveEntry();
            add(out, "b", "x");
        });
        fixture.assertRefused(tar).withMessageContaining("headers of one entry");
    }

    @Test
    void headersOfHeaders() throws Exception {
        byte[] header = new byte[512];
        new TarArchiveEntry("g", TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER).writeEntryHeader(header);
        byte[] many = new byte[512 * 5000];
        for (int i = 0; i < 5000; i++) {
            System.arraycopy(header, 0, many, i * 512, 512);
        }
        fixture.assertRefused(many).withMessageContaining("headers of one entry");
    }

    @Test
    void nothingButAnEnd() throws Exception {
        fixture.assertRefused(gzip(new byte[10240])).withMessageContaining("it is empty");
        fixture.assertRefused(zip(Map.of())).withMessageContaining("it is empty");
    }

    @ParameterizedTest
    @CsvSource({
        "'', empty file",
        "'<!DOCTYPE html><html></html>', HTML page",
        "' <html>', HTML page",
        "'BZh9', bzip2",
        "'hello', not a supported archive"
    })
    void somethingElse(String text, String reason) throws Exception {
        fixture.assertRefused(text.getBytes(StandardCharsets.US_ASCII)).withMessageContaining(reason);
    }

    @Test
    void somethingElseCompressed() throws Exception {
        fixture.assertRefused(gzip("hello".repeat(500).getBytes(StandardCharsets.US_ASCII)));
    }

    private static void directories(TarArchiveOutputStream out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.putArchiveEntry(new TarArchiveEntry("d/"));
            out.closeArchiveEntry();
        }
    }

    /** Replaces bytes by others, in Latin-1; the checksums of tar headers are computed again. */
    private static byte[] replace(byte[] archive, String from, String to) {
        byte[] changed = new String(archive, StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
        if (changed[0] != 'P') {
            Arrays.fill(changed, 148, 156, (byte) ' ');
            int sum = 0;
            for (int i = 0; i < 512; i++) {
                sum += Byte.toUnsignedInt(changed[i]);
            }
            byte[] octal = String.format("%06o\0", sum).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(octal, 0, changed, 148, octal.length);
        }
        return changed;
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
