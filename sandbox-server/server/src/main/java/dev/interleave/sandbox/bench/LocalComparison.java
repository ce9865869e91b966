package dev.interleave.sandbox.bench;

import dev.interleave.sandbox.Comparer.Running;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * A comparison from the queue to its end.
 *
 * <p>Threading: a thread of its own does the work; any thread may stop it and wait for it.
 */
final class LocalComparison implements Running {

    /** What it does when its turn has come. */
    @FunctionalInterface
    interface Measuring {

        CompareResult hold(Stop stop, Consumer<CompareEvent> events);
    }

    private final Consumer<CompareEvent> events;
    private final Measuring measuring;
    private final Stop stop = new Stop();
    private final CompletableFuture<CompareResult> result = new CompletableFuture<>();
    private final Turns.Turn turn;

    LocalComparison(Consumer<CompareEvent> events, Turns turns, Measuring measuring) {
        this.events = events;
        this.measuring = measuring;
        this.turn = turns.enter(place -> tell(new CompareEvent.Queued(place)));
    }

    void start(Runnable atEnd) {
        Thread.ofPlatform().name("comparison").daemon().start(() -> run(atEnd));
    }

    private void run(Runnable atEnd) {
        try (turn) {
            if (turn.await()) {
                tell(new CompareEvent.Started());
                end(measuring.hold(stop, this::tell));
            } else {
                end(new CompareResult.Stopped());
            }
        } catch (InterruptedException e) {
            end(new CompareResult.Stopped());
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
            throw e;
        } finally {
            atEnd.run();
        }
    }

    private void end(CompareResult how) {
        tell(new CompareEvent.Ended(how));
        result.complete(how);
    }

    private synchronized void tell(CompareEvent event) {
        events.accept(event);
    }

    @Override
    public void stop() {
        stop.stop();
        turn.giveUp();
    }

    @Override
    public CompareResult await() throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    void join() {
        result.handle((_, _) -> null).join();
    }
}
