package dev.interleave.sandbox;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.Documentation;
import dev.interleave.sandbox.result.SampleEvent;
import dev.interleave.sandbox.result.Suggestions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One learner's cells that share variables, in a JVM of its own inside a jail. The JVM is taken
 * from the pool at the first run and given up when the session has been idle for long; neither is
 * an event for the caller.
 *
 * <p>Threading: any thread may call anything at any time; nothing blocks. Runs happen one at a
 * time, in the order of the calls.
 */
public interface Session extends AutoCloseable {

    /** Queues a run. Whatever happens, the listener gets exactly one {@link CellEvent.Done}. */
    void run(Cell cell, CellListener listener);

    /**
     * Ends the run that is under way and forgets those that wait; each of them ends with {@link
     * CellEvent.Done}. The variables survive where that is possible; otherwise the message of
     * {@code Done} says what was lost.
     */
    void stop();

    /**
     * Ends the threads that finished cells left running, and completes with the number that would
     * not end.
     */
    CompletableFuture<Integer> endThreads();

    /**
     * Text for {@code System.in} of the run under way, usually a line with its line feed. As long
     * as a run waits for it, the time that the cell may take does not go by.
     */
    void input(String text);

    /** Ends {@code System.in} of the run under way. */
    void endInput();

    /** Ends the JVM and begins with no variables; runs that are under way or wait end as killed. */
    void restart();

    /**
     * Runs a cell under many schedules, in a jail of its own, together with what the session has
     * declared until now: imports, types, methods, and variables with their initial values. The
     * session's own JVM has no part in it. Whatever happens, the listener gets exactly one {@link
     * SampleEvent.Ended}, the last event.
     */
    Sampling sample(Sample sample, Consumer<SampleEvent> listener);

    /** Whether something runs or waits. */
    boolean busy();

    /**
     * What may stand at this offset of a cell's or a file's text. Empty when the session is busy or
     * cannot say in time.
     */
    CompletableFuture<Suggestions> complete(Edited source, int offset);

    /**
     * What is known about the name or call at this offset. Empty when the session cannot say in
     * time.
     */
    CompletableFuture<Documentation> document(Edited source, int offset);

    /**
     * The problems that the source has, without running it. Empty when the session cannot say in
     * time.
     */
    CompletableFuture<List<CellEvent.Diagnostic>> check(Edited source);

    /** Ends the session for good, and its JVM; may be called more than once. */
    @Override
    void close();
}
