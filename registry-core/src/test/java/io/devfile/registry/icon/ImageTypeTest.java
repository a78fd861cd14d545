package io.devfile.registry.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTypeTest {

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void isToldByTheFirstBytes() {
        assertThat(ImageType.of(bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"))).contains(ImageType.PNG);
        assertThat(ImageType.of(bytes("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"))).contains(ImageType.JPEG);
        assertThat(ImageType.of(bytes("GIF87a\1\0\1\0"))).contains(ImageType.GIF);
        assertThat(ImageType.of(bytes("GIF89a\1\0\1\0"))).contains(ImageType.GIF);
        assertThat(ImageType.of(bytes("RIFF\u0024\0\0\0WEBPVP8 "))).contains(ImageType.WEBP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<svg\n  width=\"1\"\n  xmlns=\"http://www.w3.org/2000/svg\">",
                " \n<?xml version='1.0'?>\n<!-- > <html> -->\n<svg a='>' xmlns='http://www.w3.org/2000/svg'></svg>",
                "<s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>"
                        + "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg [ <!ENTITY ns_svg \"http://www.w3.org/2000/svg\"> <!ENTITY x '>'> ]>\n"
                        + "<svg xmlns=\"&ns_svg;\"/>"
            })
    void isToldOfSvgByItsFirstElement(String text) {
        assertThat(ImageType.of(bytes(text))).contains(ImageType.SVG);
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE}) {
            assertThat(ImageType.of(("\ufeff" + text).getBytes(charset))).contains(ImageType.SVG);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "svg",
                "<!DOCTYPE html><html><body><svg xmlns='http://www.w3.org/2000/svg'/></body></html>",
                "<html><svg xmlns='http://www.w3.org/2000/svg'/></html>",
                "<svg/>",
                "<svg><g xmlns='http://www.w3.org/2000/svg'/></svg>",
                "<svgx xmlns='http://www.w3.org/2000/svg'/>",
                "<!-- <svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml <svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg [ <svg xmlns='http://www.w3.org/2000/svg'/>",
                "GIF88a",
                "GIF",
                "RIFF\0\0\0\0WAVE",
                "PNG",
                "version https://git-lfs.github.com/spec/v1",
                "404: Not Found",
                "{\"svg\": true}",
                "%PDF-1.7"
            })
    void isNotToldOfAnythingElse(String text) {
        assertThat(ImageType.of(bytes(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PNG, image/png", "JPEG, image/jpeg", "GIF, image/gif", "WEBP, image/webp", "SVG, image/svg+xml"})
    void hasAMediaType(ImageType type, String mediaType) {
        assertThat(type.mediaType()).isEqualTo(mediaType);
        assertThat(ImageType.named(mediaType)).contains(type);
    }

    @Property
    void isToldOfAnyBytesWithoutFailing(@ForAll byte[] bytes, @ForAll String text) {
        assertThat(ImageType.of(bytes)).isNotNull();
        assertThat(ImageType.of(("<!DOCTYPE " + text).getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
        assertThat(ImageType.of(Arrays.copyOf(bytes, 1))).isEmpty();
    }
}
