package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * What a method of an exercise declares to throw.
 *
 * @param type the binary name of the method's class, with dots
 * @param parameters their descriptors, as in {@code Ljava/lang/Object;I}; what it returns may
 *     differ
 * @param exceptions binary names, with dots
 */
public record ThrowsClause(String type, String method, String parameters, List<String> exceptions) {

    /** The parameters' part of a method's descriptor. */
    public static String parametersOf(String descriptor) {
        return descriptor.substring(1, descriptor.indexOf(')'));
    }

    static ThrowsClause read(WireReader in) throws WireException {
        return new ThrowsClause(in.text(), in.text(), in.text(), in.list(WireReader::text));
    }

    static void write(WireWriter out, ThrowsClause clause) {
        out.text(clause.type).text(clause.method).text(clause.parameters);
        out.list(clause.exceptions, WireWriter::text);
    }
}
