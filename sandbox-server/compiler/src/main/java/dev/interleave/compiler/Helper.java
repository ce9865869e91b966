package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Edited;
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

    /** What a question is about. */
    static Edited asked(ToCompiler question) {
        return switch (question) {
            case ToCompiler.Complete m -> m.source();
            case ToCompiler.Document m -> m.source();
            case ToCompiler.Check m -> m.source();
            default -> throw new IllegalArgumentException("no question: " + question);
        };
    }

    FromCompiler answer(ToCompiler question, Surroundings around) {
        return switch (question) {
            case ToCompiler.Complete m -> complete(m, new CellSource(m.source().text()), around);
            case ToCompiler.Document m -> document(m, new CellSource(m.source().text()), around);
            case ToCompiler.Check m -> check(m, new CellSource(m.source().text()), around);
            default -> throw new IllegalArgumentException("no question: " + question);
        };
    }

    private static boolean isTooMuch(Edited asked, CellSource cell) {
        return CellLimits.refusal(cell).isPresent()
                || asked.others().stream().anyMatch(o -> isTooMuch(o, new CellSource(o.text())));
    }

    private FromCompiler complete(ToCompiler.Complete m, CellSource cell, Surroundings around) {
        if (isTooMuch(m.source(), cell)) {
            return Answers.nothing(m);
        }
        Completion.Result found = completion.complete(cell, m.offset(), around);
        return new FromCompiler.Completed(
                m.session(), m.request(), found.anchor(), found.suggestions());
    }

    private FromCompiler document(ToCompiler.Document m, CellSource cell, Surroundings around) {
        if (isTooMuch(m.source(), cell)) {
            return Answers.nothing(m);
        }
        Documentation.Result found = documentation.document(cell, m.offset(), around);
        return new FromCompiler.Documented(
                m.session(), m.request(), found.signatures(), found.text());
    }

    private FromCompiler check(ToCompiler.Check m, CellSource cell, Surroundings around) {
        return isTooMuch(m.source(), cell)
                ? Answers.nothing(m)
                : new FromCompiler.Checked(m.session(), m.request(), check.problems(cell, around));
    }
}
