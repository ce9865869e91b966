package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * Something that is known of what the compilers made of a version.
 *
 * @param method that it is about, as {@code run()}; empty if it is about all of a call
 * @param detail what else the kind wants, as the JIT's own words; empty if nothing
 * @param number the kind's number
 * @param other the kind's second number
 */
public record Fact(Kind kind, String method, String detail, long number, long other) {

    /** What is known. */
    public enum Kind {
        /** {@code number} bytes of bytecode. */
        BYTECODE,
        /** {@code number} bytes of bytecode, more than the JIT compiles. */
        TOO_BIG,
        /** Values are put into objects of the type {@code detail} at {@code number} places. */
        BOXING,
        /** Objects of lambda expressions or method references at {@code number} places. */
        LAMBDAS,
        /** Strings are put together by invokedynamic at {@code number} places. */
        CONCATENATION,
        /** The JIT put it into its callers, {@code number} of them. */
        INLINED,
        /** The JIT did not put it into its caller, for the reason {@code detail}. */
        NOT_INLINED,
        /**
         * Compiled code of it was left for the interpreter {@code number} times, {@code other} of
         * them after the warm-up; {@code detail} is the reason.
         */
        DEOPTIMIZED,
        /**
         * A call allocated {@code number} bytes before it was compiled, and {@code other}
         * afterwards.
         */
        ALLOCATION
    }

    private static final int MOST_CHARS = 200;

    public Fact {
        method = cut(method);
        detail = cut(detail);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(MOST_CHARS, text.length()));
    }

    static Fact read(WireReader in) throws WireException {
        Kind kind = in.constant(Kind.values());
        String method = in.text();
        String detail = in.text();
        long number = in.i64();
        long other = in.i64();
        if (method == null || detail == null || number < 0 || other < 0) {
            throw new WireException("a fact that cannot be one");
        }
        return new Fact(kind, method, detail, number, other);
    }

    static void write(WireWriter out, Fact fact) {
        out.u8(fact.kind.ordinal()).text(fact.method).text(fact.detail);
        out.i64(fact.number).i64(fact.other);
    }
}
