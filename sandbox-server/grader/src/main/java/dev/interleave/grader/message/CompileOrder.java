package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * Asks for a submission to be compiled by itself, and then the tests against it.
 *
 * @param throwsClauses what its methods may throw as the tests see it, whatever they declare
 */
public record CompileOrder(
        List<SourceFile> submission, List<SourceFile> tests, List<ThrowsClause> throwsClauses) {

    private static final int TAG = 1;

    public void write(WireWriter out) {
        out.begin(TAG)
                .list(submission, SourceFile::write)
                .list(tests, SourceFile::write)
                .list(throwsClauses, ThrowsClause::write);
    }

    /** Reads the frame whose tag was just returned. */
    public static CompileOrder read(int tag, WireReader in) throws WireException {
        if (tag != TAG) {
            throw new WireException("no order " + tag + " to a compiler");
        }
        return in.end(
                new CompileOrder(
                        in.list(SourceFile::read),
                        in.list(SourceFile::read),
                        in.list(ThrowsClause::read)));
    }
}
