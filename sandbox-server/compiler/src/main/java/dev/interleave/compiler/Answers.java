package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.ToCompiler;
import java.util.List;

/** Answers that say nothing. */
final class Answers {

    private Answers() {}

    static FromCompiler nothing(ToCompiler question) {
        return switch (question) {
            case ToCompiler.Complete m ->
                    new FromCompiler.Completed(m.session(), m.request(), m.offset(), List.of());
            case ToCompiler.Document m ->
                    new FromCompiler.Documented(m.session(), m.request(), List.of(), "");
            case ToCompiler.Check m ->
                    new FromCompiler.Checked(m.session(), m.request(), List.of());
            default -> throw new IllegalArgumentException("no question: " + question);
        };
    }
}
