package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/** What a measuring JVM answers. */
public sealed interface FromMeasurer {

    /**
     * The version can be measured.
     *
     * @param values what its first calls returned, as text
     * @param threads names of threads that still ran afterwards
     * @param allocatedBytes by all threads in the last of these calls, before the JIT knew it
     */
    record Loaded(List<String> values, List<String> threads, long allocatedBytes)
            implements FromMeasurer {}

    /** What the version did wrong, in a sentence; the JVM ends. */
    record Failed(String message) implements FromMeasurer {}

    /**
     * An iteration.
     *
     * @param score in the mode's unit
     * @param calls how often the version was called
     * @param nanos how long it took
     * @param allocatedBytes by all threads
     * @param threads most platform threads at a time
     * @param percentiles of single calls at {@link #RANKS}, in nanoseconds; empty in other modes
     */
    record Measured(
            double score,
            long calls,
            long nanos,
            long allocatedBytes,
            int threads,
            List<Double> percentiles)
            implements FromMeasurer {}

    /**
     * A point of a curve.
     *
     * @param planned requests
     * @param done answers in the time that was measured
     * @param unfinished requests that were not done at its end; of these the time so far counts
     * @param throughput answers in a second
     * @param serviceNanos how long the service took on average
     * @param percentiles of the requests' times from the planned moment, at {@link #RANKS}, in
     *     nanoseconds
     */
    record Served(
            long planned,
            long done,
            long unfinished,
            double throughput,
            double serviceNanos,
            List<Double> percentiles)
            implements FromMeasurer {}

    /**
     * Tasks that were in flight at a moment, and what they held.
     *
     * @param tasks 0 if nothing can be told
     * @param bytes of all of them together
     */
    record Held(int tasks, long bytes) implements FromMeasurer {

        /** Nothing can be told. */
        public static final Held UNKNOWN = new Held(0, 0);
    }

    /**
     * What was recorded since the warm-up.
     *
     * @param event by which stacks were sampled, as {@code jdk.ExecutionSample}
     * @param periodMicros between two samples of a thread that runs
     * @param frames by where the time went, as {@link Frame} says
     * @param facts what the compilers made of the version
     */
    record Profiled(String event, int periodMicros, List<Frame> frames, List<Fact> facts)
            implements FromMeasurer {}

    int MOST_FRAMES = 3000;
    int MOST_FACTS = 40;

    /** The ranks of the percentiles, in per cent. */
    List<Double> RANKS =
            List.of(
                    0.0, 1.0, 5.0, 10.0, 20.0, 25.0, 30.0, 40.0, 50.0, 60.0, 70.0, 75.0, 80.0, 90.0,
                    95.0, 99.0, 99.9, 100.0);

    int MOST_NAMES = 20;

    default void write(WireWriter out) {
        switch (this) {
            case Loaded m ->
                    out.begin(1)
                            .list(m.values, WireWriter::text)
                            .list(m.threads, WireWriter::text)
                            .i64(m.allocatedBytes);
            case Failed m -> out.begin(2).text(m.message);
            case Measured m ->
                    out.begin(3)
                            .i64(Double.doubleToLongBits(m.score))
                            .i64(m.calls)
                            .i64(m.nanos)
                            .i64(m.allocatedBytes)
                            .i32(m.threads)
                            .list(
                                    m.percentiles,
                                    (to, value) -> to.i64(Double.doubleToLongBits(value)));
            case Served m ->
                    out.begin(4)
                            .i64(m.planned)
                            .i64(m.done)
                            .i64(m.unfinished)
                            .i64(Double.doubleToLongBits(m.throughput))
                            .i64(Double.doubleToLongBits(m.serviceNanos))
                            .list(
                                    m.percentiles,
                                    (to, value) -> to.i64(Double.doubleToLongBits(value)));
            case Held(int tasks, long bytes) -> out.begin(6).i32(tasks).i64(bytes);
            case Profiled m ->
                    out.begin(5)
                            .text(m.event)
                            .i32(m.periodMicros)
                            .list(m.frames, Frame::write)
                            .list(m.facts, Fact::write);
        }
    }

    /** Reads the frame whose tag was just returned. */
    static FromMeasurer read(int tag, WireReader in) throws WireException {
        return switch (tag) {
            case 1 -> in.end(new Loaded(texts(in), texts(in), in.i64()));
            case 2 -> in.end(new Failed(text(in)));
            case 3 ->
                    in.end(
                            new Measured(
                                    number(in),
                                    in.i64(),
                                    in.i64(),
                                    in.i64(),
                                    in.i32(),
                                    in.list(RANKS.size(), FromMeasurer::number)));
            case 4 ->
                    in.end(
                            new Served(
                                    in.i64(),
                                    in.i64(),
                                    in.i64(),
                                    number(in),
                                    number(in),
                                    in.list(RANKS.size(), FromMeasurer::number)));
            case 5 ->
                    in.end(
                            new Profiled(
                                    text(in),
                                    in.i32(),
                                    in.list(MOST_FRAMES, Frame::read),
                                    in.list(MOST_FACTS, Fact::read)));
            case 6 -> in.end(new Held(in.i32(), in.i64()));
            default -> throw new WireException("no message " + tag + " of a measurer");
        };
    }

    private static List<String> texts(WireReader in) throws WireException {
        return in.list(MOST_NAMES, FromMeasurer::text);
    }

    private static String text(WireReader in) throws WireException {
        String text = in.text();
        if (text == null) {
            throw new WireException("no text");
        }
        return text.substring(0, Math.min(text.length(), MOST_CHARS));
    }

    int MOST_CHARS = 4000;

    private static double number(WireReader in) throws WireException {
        return Double.longBitsToDouble(in.i64());
    }
}
