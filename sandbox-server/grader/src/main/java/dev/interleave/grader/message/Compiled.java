package dev.interleave.grader.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * What became of a {@link CompileOrder}.
 *
 * @param gaveUp javac itself failed on the submission; the JVM that says so ends
 * @param problems in the submission; if there are any, nothing else was done
 * @param testProblems in the tests when compiled against this submission
 */
public record Compiled(
        boolean gaveUp,
        List<CompileProblem> problems,
        List<CompiledClass> classes,
        List<CompileProblem> testProblems,
        List<CompiledClass> testClasses) {

    private static final int TAG = 2;
    private static final int MOST_PROBLEMS = 100;
    private static final int MOST_CLASSES = 1000;

    public static Compiled afterGivingUp() {
        return new Compiled(true, List.of(), List.of(), List.of(), List.of());
    }

    public void write(WireWriter out) {
        out.begin(TAG)
                .bool(gaveUp)
                .list(problems, CompileProblem::write)
                .list(classes, CompiledClass::write)
                .list(testProblems, CompileProblem::write)
                .list(testClasses, CompiledClass::write);
    }

    /** Reads the frame whose tag was just returned. */
    public static Compiled read(int tag, WireReader in) throws WireException {
        if (tag != TAG) {
            throw new WireException("no answer " + tag + " of a compiler");
        }
        return in.end(
                new Compiled(
                        in.bool(),
                        in.list(MOST_PROBLEMS, CompileProblem::read),
                        in.list(MOST_CLASSES, CompiledClass::read),
                        in.list(MOST_PROBLEMS, CompileProblem::read),
                        in.list(MOST_CLASSES, CompiledClass::read)));
    }
}
