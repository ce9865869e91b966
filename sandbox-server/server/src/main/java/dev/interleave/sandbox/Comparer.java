package dev.interleave.sandbox;

import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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

    /**
     * Which load versions are to be put under.
     *
     * @param versions two to four; each handles requests to a simulated service
     * @param delay of the service
     * @param sweep how many requests come in each delay, from point to point, ascending
     * @param budget how long it may measure
     */
    record Sweep(List<Version> versions, Duration delay, List<Integer> sweep, Duration budget) {

        /** A sweep that ends at another n, doubled until it is there if need be; ascending. */
        public static List<Integer> upTo(int most, List<Integer> sweep) {
            SortedSet<Integer> all = new TreeSet<>(sweep);
            for (int n = sweep.getLast(); n <= most / 2; ) {
                n *= 2;
                all.add(n);
            }
            all.add(most);
            return List.copyOf(all.headSet(most + 1));
        }
    }

    /**
     * Which version to look into.
     *
     * @param n what it gets that wants a number, or how many requests come in each delay
     * @param delay of the service; zero unless it handles requests
     */
    record Look(Version version, int n, Duration delay) {}

    /** A comparison that was asked for. */
    interface Running {

        /** Ends it at once, wherever it is. */
        void stop();

        /** Waits for its end. */
        CompareResult await() throws InterruptedException;
    }

    /** One that compares nothing, for this reason. */
    static Comparer refusing(String reason) {
        return new Comparer() {
            @Override
            public Running begin(Request request, Consumer<CompareEvent> events) {
                return refuse(events);
            }

            @Override
            public Running begin(Sweep sweep, Consumer<CompareEvent> events) {
                return refuse(events);
            }

            @Override
            public Running begin(Look look, Consumer<CompareEvent> events) {
                return refuse(events);
            }

            private Running refuse(Consumer<CompareEvent> events) {
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
            }
        };
    }

    /**
     * Begins a comparison, or puts it in the queue.
     *
     * @param events hears everything in order, one event at a time, on a thread of the comparison
     */
    Running begin(Request request, Consumer<CompareEvent> events);

    /**
     * Begins to put versions under load, or puts that in the same queue.
     *
     * @param events hears everything in order, one event at a time, on a thread of the comparison
     */
    Running begin(Sweep sweep, Consumer<CompareEvent> events);

    /**
     * Begins to record where the time of a version goes, or puts that in the same queue.
     *
     * @param events hears everything in order, one event at a time, on a thread of its own
     */
    Running begin(Look look, Consumer<CompareEvent> events);

    /** Stops every comparison. */
    @Override
    default void close() {}
}
