package dev.interleave.wire;

/**
 * What the compiler has to say about a place in a cell. Lines and columns count from 1 in the
 * cell's source as the learner sees it; the end is exclusive in columns.
 */
public record Problem(
        boolean error, int line, int column, int endLine, int endColumn, String message) {

    static Problem read(WireReader in) throws WireException {
        return new Problem(in.bool(), in.i32(), in.i32(), in.i32(), in.i32(), in.text());
    }

    static void write(WireWriter out, Problem problem) {
        out.bool(problem.error)
                .i32(problem.line)
                .i32(problem.column)
                .i32(problem.endLine)
                .i32(problem.endColumn)
                .text(problem.message);
    }
}
