package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.wire.ClassFile;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Has sources compiled as cells of a session that does not exist: nothing is run, and what would be
 * loaded and called is written down instead.
 *
 * <p>Threading: any thread; what the compiler says comes from one.
 */
final class CellRecording implements FrontEnd.Owner {

    private final FrontEnd frontEnd;
    private final List<String> sources;
    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<FromCompiler.Invoke> calls = new ArrayList<>();
    private final List<CellEvent.Diagnostic> errors = new ArrayList<>();
    private final CompletableFuture<Recorded> recorded = new CompletableFuture<>();
    private int at;

    /** What came of it. */
    sealed interface Recorded {

        /**
         * A program.
         *
         * @param places for each class, which source it is of, by the name of its snippet
         */
        record Program(
                List<ClassFile> classes,
                List<FromCompiler.Invoke> calls,
                Map<String, Integer> places)
                implements Recorded {}

        /** The last source does not compile, for these reasons or the one of the message. */
        record Refused(String message, List<CellEvent.Diagnostic> errors) implements Recorded {}
    }

    private CellRecording(FrontEnd frontEnd, List<String> sources) {
        this.frontEnd = frontEnd;
        this.sources = sources;
    }

    /**
     * Compiles sources, each of which sees those before it.
     *
     * @param sources the last one must compile; others that do not are left out
     */
    static CompletableFuture<Recorded> of(FrontEnd frontEnd, List<String> sources) {
        CellRecording recording = new CellRecording(frontEnd, sources);
        frontEnd.giveTo(recording);
        recording.evaluate();
        return recording.recorded.whenComplete((_, _) -> frontEnd.drop());
    }

    private synchronized void evaluate() {
        frontEnd.evaluate(at + 1, sources.get(at));
    }

    /** The name by which a class of a snippet, or one inside of it, is found in the places. */
    static String snippet(String className) {
        int start = className.indexOf("$JShell$");
        int end = start < 0 ? -1 : className.indexOf('$', start + "$JShell$".length());
        return end < 0 ? className : className.substring(0, end);
    }

    @Override
    public synchronized void heard(FrontEnd from, FromCompiler message) {
        switch (message) {
            case FromCompiler.Load(_, var loaded) -> {
                for (ClassFile file : loaded) {
                    classes.put(file.name(), file.bytes());
                    places.putIfAbsent(snippet(file.name()), at);
                }
            }
            case FromCompiler.Invoke call -> {
                calls.add(call);
                frontEnd.answer(new Reply.Returned(""));
            }
            case FromCompiler.ReadVariable _, FromCompiler.Publish _ ->
                    frontEnd.answer(new Reply.Returned(""));
            case FromCompiler.Found(_, _, var problem) when isLast() && problem.error() ->
                    errors.add(RunStory.diagnostic(problem));
            case FromCompiler.Evaluated evaluated -> evaluated(evaluated);
            default -> {}
        }
    }

    private boolean isLast() {
        return at == sources.size() - 1;
    }

    private void evaluated(FromCompiler.Evaluated end) {
        if (!isLast()) {
            at++;
            evaluate();
        } else if (end.outcome() == FromCompiler.Outcome.OK) {
            recorded.complete(
                    new Recorded.Program(
                            classes.entrySet().stream()
                                    .map(file -> new ClassFile(file.getKey(), file.getValue()))
                                    .toList(),
                            List.copyOf(calls),
                            Map.copyOf(places)));
        } else {
            recorded.complete(new Recorded.Refused(end.message(), List.copyOf(errors)));
        }
    }

    @Override
    public void lost(FrontEnd from, CompilerLoss loss) {
        recorded.complete(
                new Recorded.Refused("The compiler broke down. Please try again.", List.of()));
    }
}
