package dev.interleave.bench.cell;

import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.result.CellEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hears a run and takes the time.
 *
 * <p>Threading: the session's thread tells it, others wait.
 */
final class Running implements CellListener {

    /** Longer than any cell may take: after this a run is lost. */
    private static final long LOST_SECONDS = 240;

    private final String source;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Void> output = new CompletableFuture<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private String value;
    private int place;

    Running(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    @Override
    public void on(CellEvent event) {
        switch (event) {
            case CellEvent.Queued(var told) -> place = Math.max(place, told);
            case CellEvent.Output _ -> output.complete(null);
            case CellEvent.Value told -> value = told.text();
            case CellEvent.Done done -> {
                answer.complete(new Answer(begun, System.nanoTime(), done, value, place));
                output.complete(null);
            }
            default -> {}
        }
    }

    /** Waits for the first output, or the end. */
    void awaitOutput() throws InterruptedException {
        get(output);
    }

    Answer await() throws InterruptedException {
        return get(answer);
    }

    private <T> T get(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(LOST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("a run was lost: " + source, e);
        }
    }
}
