package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.Edited;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.Documentation;
import dev.interleave.sandbox.result.Suggestions;
import dev.interleave.wire.FromCompiler;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Completion, documentation and checks for one session's editor: one question of a kind at a time,
 * the last one, and an empty answer when the front end has no time for it.
 *
 * <p>Threading: used under its session's lock.
 */
final class Assistant {

    private static final int MOST_SUGGESTIONS = 200;
    private static final Suggestions NO_SUGGESTIONS = new Suggestions(0, List.of());
    private static final Documentation NO_DOCUMENTATION = new Documentation(List.of(), "");

    /** A compiler that broke down over a question would do so over the next one. */
    private static final long PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

    private final Duration budget;
    private final Map<Kind, Question<?>> open = new EnumMap<>(Kind.class);
    private int lastRequest;
    private long pausedUntil = System.nanoTime();

    private enum Kind {
        COMPLETION,
        DOCUMENTATION,
        CHECK
    }

    Assistant(Duration budget) {
        this.budget = budget;
    }

    CompletableFuture<Suggestions> complete(FrontEnd frontEnd, Edited source, int offset) {
        return ask(
                Kind.COMPLETION,
                frontEnd,
                request -> frontEnd.complete(request, source, offset),
                message ->
                        message instanceof FromCompiler.Completed m
                                ? suggestions(m)
                                : NO_SUGGESTIONS,
                NO_SUGGESTIONS);
    }

    CompletableFuture<Documentation> document(FrontEnd frontEnd, Edited source, int offset) {
        return ask(
                Kind.DOCUMENTATION,
                frontEnd,
                request -> frontEnd.document(request, source, offset),
                message ->
                        message instanceof FromCompiler.Documented m
                                ? new Documentation(m.signatures(), m.text())
                                : NO_DOCUMENTATION,
                NO_DOCUMENTATION);
    }

    CompletableFuture<List<CellEvent.Diagnostic>> check(FrontEnd frontEnd, Edited source) {
        return ask(
                Kind.CHECK,
                frontEnd,
                request -> frontEnd.check(request, source),
                message ->
                        message instanceof FromCompiler.Checked m
                                ? m.problems().stream().map(RunStory::diagnostic).toList()
                                : List.of(),
                List.of());
    }

    /** Whether this message was for the assistant. */
    boolean heard(FromCompiler message) {
        int request =
                switch (message) {
                    case FromCompiler.Completed m -> m.request();
                    case FromCompiler.Documented m -> m.request();
                    case FromCompiler.Checked m -> m.request();
                    default -> 0;
                };
        open.values().stream()
                .filter(question -> question.request == request)
                .forEach(question -> question.answer(message));
        open.values().removeIf(question -> question.request == request);
        return request != 0;
    }

    /** The front end is gone and will not answer any more. */
    void giveUp() {
        if (!open.isEmpty()) {
            pausedUntil = System.nanoTime() + PAUSE_NANOS;
        }
        open.values().forEach(Question::giveUp);
        open.clear();
    }

    private <T> CompletableFuture<T> ask(
            Kind kind,
            FrontEnd frontEnd,
            IntConsumer send,
            Function<FromCompiler, T> reading,
            T nothing) {
        if (frontEnd == null || System.nanoTime() - pausedUntil < 0) {
            return CompletableFuture.completedFuture(nothing);
        }
        Question<T> question = new Question<>(++lastRequest, reading, nothing);
        Question<?> before = open.put(kind, question);
        if (before != null) {
            before.giveUp();
        }
        send.accept(question.request);
        return question.answer
                .copy()
                .completeOnTimeout(nothing, budget.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Suggestions suggestions(FromCompiler.Completed completed) {
        return new Suggestions(
                completed.anchor(),
                completed.suggestions().stream()
                        .limit(MOST_SUGGESTIONS)
                        .map(Assistant::suggestion)
                        .toList());
    }

    private static Suggestions.Suggestion suggestion(FromCompiler.Suggestion s) {
        return new Suggestions.Suggestion(s.text(), s.kind(), s.detail(), s.imported(), s.fits());
    }

    private static final class Question<T> {

        private final int request;
        private final Function<FromCompiler, T> reading;
        private final T nothing;
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        Question(int request, Function<FromCompiler, T> reading, T nothing) {
            this.request = request;
            this.reading = reading;
            this.nothing = nothing;
        }

        void answer(FromCompiler message) {
            answer.complete(reading.apply(message));
        }

        void giveUp() {
            answer.complete(nothing);
        }
    }
}
