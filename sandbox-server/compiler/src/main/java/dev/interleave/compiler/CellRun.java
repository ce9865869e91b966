package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler.Evaluated;
import dev.interleave.wire.FromCompiler.Found;
import dev.interleave.wire.FromCompiler.Outcome;
import java.util.Optional;

/**
 * Runs a cell: its snippets one by one, in order; the first that does not compile or throws ends
 * it.
 */
final class CellRun {

    private final int session;
    private final long run;
    private final CellSource cell;
    private final Splitter splitter;
    private final SnippetEvaluator evaluator;
    private final Outbox out;
    private final Steps steps;

    CellRun(
            int session,
            long run,
            String source,
            Shell shell,
            SnippetEvaluator evaluator,
            Outbox out,
            Steps steps) {
        this.session = session;
        this.run = run;
        this.cell = new CellSource(source);
        this.splitter = new Splitter(cell, shell.analysis());
        this.evaluator = evaluator;
        this.out = out;
        this.steps = steps;
    }

    /** Tells everything but the end. */
    Evaluated evaluate() {
        Optional<String> refusal = CellLimits.refusal(cell);
        if (refusal.isPresent()) {
            out.add(new Found(session, run, cell.problem(true, 0, 1, refusal.get())));
            return new Evaluated(session, run, Outcome.COMPILE_ERROR, null);
        }
        MainMethod main = new MainMethod();
        while (splitter.hasNext()) {
            steps.begin(session, run);
            Optional<SnippetResult> rest = splitter.rest().flatMap(this::tryEvaluate);
            Piece piece = rest.isPresent() ? splitter.takeRest() : splitter.next();
            SnippetResult result = rest.orElseGet(() -> evaluate(piece));
            if (!result.ok()) {
                return new Evaluated(session, run, result.outcome(), result.message());
            }
            main.saw(piece, result);
        }
        return main.call()
                .map(this::evaluate)
                .map(result -> new Evaluated(session, run, result.outcome(), result.message()))
                .orElse(new Evaluated(session, run, Outcome.OK, null));
    }

    private Optional<SnippetResult> tryEvaluate(Piece piece) {
        Optional<SnippetResult> result = evaluator.tryEvaluate(piece, cell, run);
        result.ifPresent(r -> r.events().forEach(out::add));
        return result;
    }

    /** The snippet, or its first lines alone where the whole of it makes no sense to the parser. */
    private SnippetResult evaluate(Piece piece) {
        SnippetResult result = evaluator.evaluate(piece, cell, run);
        if (result.unparsable()) {
            result =
                    splitter.shorter(piece)
                            .map(line -> evaluator.evaluate(line, cell, run))
                            .orElse(result);
        }
        result.events().forEach(out::add);
        return result;
    }
}
