package io.devfile.registry.http;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a representation that a Range header requests.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, section 14</a>
 */
public sealed interface ByteRange {

    /** The whole representation: there is no range, or the range is ignored. */
    record Whole() implements ByteRange {}

    /** @param length one or more, in bytes */
    record Part(long offset, long length) implements ByteRange {

        /** The value of Content-Range for a representation of this size. */
        public String contentRange(long size) {
            return "bytes " + offset + "-" + (offset + length - 1) + "/" + size;
        }
    }

    /** No part: 416, with {@code Content-Range: bytes *}{@code /size}. */
    record Unsatisfiable() implements ByteRange {}

    /** One range of bytes; multiple ranges, other units and malformed headers are ignored, as the RFC allows. */
    Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,99})-(\\d{0,99})", Pattern.CASE_INSENSITIVE);

    /**
     * @param header the value of the header; empty if there is none
     * @param size of the representation, in bytes
     */
    static ByteRange of(String header, long size) {
        Matcher range = ONE_RANGE.matcher(header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return new Whole();
        }
        long first;
        long last = size - 1;
        if (range.group(1).isEmpty()) {
            long suffix = number(range.group(2));
            if (suffix == 0) {
                return new Unsatisfiable();
            }
            if (size == 0) {
                return new Whole();
            }
            first = Math.max(0, size - suffix);
        } else {
            first = number(range.group(1));
            if (!range.group(2).isEmpty()) {
                long named = number(range.group(2));
                if (named < first) {
                    return new Whole();
                }
                last = Math.min(last, named);
            }
        }
        return first >= size ? new Unsatisfiable() : new Part(first, last - first + 1);
    }

    /** A position; a number that is too large for this type becomes the largest value. */
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }
}
