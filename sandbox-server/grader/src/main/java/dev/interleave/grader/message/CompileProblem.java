package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;

/**
 * An error that javac reports.
 *
 * @param line from 1; 0 where there is none
 */
public record CompileProblem(String file, int line, String message) {

    static CompileProblem read(WireReader in) throws WireException {
        return new CompileProblem(in.text(), in.i32(), in.text());
    }

    static void write(WireWriter out, CompileProblem problem) {
        out.text(problem.file).i32(problem.line).text(problem.message);
    }
}
