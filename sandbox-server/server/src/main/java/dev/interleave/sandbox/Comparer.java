package dev.interleave.sandbox;

import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Compares how fast versions of code are, by JMH in jails; one comparison at a time.
 *
 * <p>Threading: any thread may call anything.
 */
public interface Comparer extends AutoCloseable {

    /** What is measured. */
    enum Mode {
        THROUGHPUT,
        AVERAGE,
        SAMPLE,
        SINGLE
    }

    /**
     * A version: Java source with one method to measure.
     *
     * @param name for people
     */
    record Version(String name, String source) {}

    /**
     * What to compare.
     *
     * @param n what versions get that want a number
     * @param budget how long it may measure
     */
    record Request(Version left, Version right, Mode mode, int n, Duration budget) {

        /** The same in another mode. */
        public Request in(Mode other) {
            return new Request(left, right, other, n, budget);
        }
    }

    /** A comparison that was asked for. */
    interface Running {

        /** Ends it at once, wherever it is. */
        void stop();

        /** Waits for its end. */
        CompareResult await() throws InterruptedException;
    }

    /** One that compares nothing, for this reason. */
    static Comparer refusing(String reason) {
        return (_, events) -> {
            CompareResult result = new CompareResult.Impossible(reason);
            events.accept(new CompareEvent.Ended(result));
            return new Running() {
                @Override
                public void stop() {}

                @Override
                public CompareResult await() {
                    return result;
                }
            };
        };
    }

    /**
     * Begins a comparison, or puts it in the queue.
     *
     * @param events hears everything in order, one event at a time, on a thread of the comparison
     */
    Running begin(Request request, Consumer<CompareEvent> events);

    /** Stops every comparison. */
    @Override
    default void close() {}
}
