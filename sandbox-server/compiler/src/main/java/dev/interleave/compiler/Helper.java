package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler;
import jdk.jshell.JShell;

/**
 * Answers questions about cells of sessions with the same options.
 *
 * <p>Threading: one thread at a time.
 */
final class Helper {

    private final CellCheck check;
    private final Completion completion;
    private final Documentation documentation;

    /** What helpers share: what the JDK has, and a JShell that only splits cells. */
    record Shared(JShell splitting, ImportIndex index, JdkSources sources) {

        static Shared read() {
            return new Shared(Shells.compilingOnly(), ImportIndex.read(), JdkSources.find());
        }
    }

    Helper(CellAnalysis analysis, Shared shared) {
        check = new CellCheck(analysis, shared.splitting().sourceCodeAnalysis());
        completion = new Completion(analysis, shared.index());
        documentation = new Documentation(analysis, shared.sources());
    }

    FromCompiler answer(ToCompiler question, Surroundings around) {
        return switch (question) {
            case ToCompiler.Complete m -> complete(m, new CellSource(m.source()), around);
            case ToCompiler.Document m -> document(m, new CellSource(m.source()), around);
            case ToCompiler.Check m -> check(m, new CellSource(m.source()), around);
            default -> throw new IllegalArgumentException("no question: " + question);
        };
    }

    private static boolean isTooMuch(CellSource cell) {
        return CellLimits.refusal(cell).isPresent();
    }

    private FromCompiler complete(ToCompiler.Complete m, CellSource cell, Surroundings around) {
        if (isTooMuch(cell)) {
            return Answers.nothing(m);
        }
        Completion.Result found = completion.complete(cell, m.offset(), around);
        return new FromCompiler.Completed(
                m.session(), m.request(), found.anchor(), found.suggestions());
    }

    private FromCompiler document(ToCompiler.Document m, CellSource cell, Surroundings around) {
        if (isTooMuch(cell)) {
            return Answers.nothing(m);
        }
        Documentation.Result found = documentation.document(cell, m.offset(), around);
        return new FromCompiler.Documented(
                m.session(), m.request(), found.signatures(), found.text());
    }

    private FromCompiler check(ToCompiler.Check m, CellSource cell, Surroundings around) {
        return isTooMuch(cell)
                ? Answers.nothing(m)
                : new FromCompiler.Checked(m.session(), m.request(), check.problems(cell, around));
    }
}
