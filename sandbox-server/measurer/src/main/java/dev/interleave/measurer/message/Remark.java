package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * Something about a line of a version: an error, or what may make its measurement worthless.
 *
 * @param rule what kind it is, as {@code dead-code}; {@code error} for what does not compile
 * @param line from 1; 0 where there is none
 */
public record Remark(String rule, int line, String message) {

    /** The rule of what does not compile, or is not a version. */
    public static final String ERROR = "error";

    private static final int MOST_CHARS = 1000;

    public Remark {
        message = message.substring(0, Math.min(MOST_CHARS, message.length()));
    }

    static Remark read(WireReader in) throws WireException {
        String rule = in.text();
        int line = in.i32();
        String message = in.text();
        if (rule == null || message == null) {
            throw new WireException("a remark without a rule or a message");
        }
        return new Remark(rule, Math.max(0, line), message);
    }

    static void write(WireWriter out, Remark remark) {
        out.text(remark.rule).i32(remark.line).text(remark.message);
    }
}
