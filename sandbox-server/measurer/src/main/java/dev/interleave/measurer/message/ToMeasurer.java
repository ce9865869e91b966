package dev.interleave.measurer.message;

import dev.interleave.wire.WireException;
import dev.interleave.wire.WireReader;
import dev.interleave.wire.WireWriter;
import java.util.List;

/**
 * An order to a measuring JVM: first one to load a version, then for one iteration or one point
 * after another.
 */
public sealed interface ToMeasurer {

    /**
     * Loads a version, sets it up and calls it, without a clock; answered by {@link
     * FromMeasurer.Loaded}.
     *
     * @param n what a version gets that wants a number
     * @param iterationMillis how long an iteration lasts
     */
    record Load(List<CompiledClass> classes, Entry entry, Timing timing, int n, int iterationMillis)
            implements ToMeasurer {}

    /** Measures one iteration; answered by {@link FromMeasurer.Measured}. */
    record Iterate() implements ToMeasurer {}

    /**
     * Loads a version that handles requests to a service of this delay; answered by {@link
     * FromMeasurer.Loaded}.
     */
    record Serve(List<CompiledClass> classes, Entry entry, long delayNanos) implements ToMeasurer {}

    /**
     * Measures a point of its curve; answered by {@link FromMeasurer.Served}.
     *
     * @param n requests for each delay of the service
     */
    record Point(int n, int millis) implements ToMeasurer {}

    /**
     * Lets tasks be in flight and tells what they hold; answered by {@link FromMeasurer.Held}.
     *
     * @param n requests at a time, for a version that handles requests
     */
    record Hold(int n) implements ToMeasurer {}

    /** About recording what this JVM does; may come before any other order. */
    sealed interface Watch extends ToMeasurer {}

    /** Records from now on. */
    record Record() implements Watch {}

    /** The warm-up is over: from now on samples count. */
    record Steady() implements Watch {}

    /** Ends the recording; answered by {@link FromMeasurer.Profiled}. */
    record Tell() implements Watch {}

    default void write(WireWriter out) {
        switch (this) {
            case Load m -> {
                out.begin(1).list(m.classes, CompiledClass::write);
                m.entry.write(out);
                out.u8(m.timing.ordinal()).i32(m.n).i32(m.iterationMillis);
            }
            case Iterate() -> out.begin(2);
            case Serve m -> {
                out.begin(3).list(m.classes, CompiledClass::write);
                m.entry.write(out);
                out.i64(m.delayNanos);
            }
            case Point(int n, int millis) -> out.begin(4).i32(n).i32(millis);
            case Hold(int n) -> out.begin(8).i32(n);
            case Record() -> out.begin(5);
            case Steady() -> out.begin(6);
            case Tell() -> out.begin(7);
        }
    }

    /** Reads the frame whose tag was just returned. */
    static ToMeasurer read(int tag, WireReader in) throws WireException {
        return switch (tag) {
            case 1 ->
                    in.end(
                            new Load(
                                    in.list(CompiledClass::read),
                                    Entry.read(in),
                                    in.constant(Timing.values()),
                                    in.i32(),
                                    in.i32()));
            case 2 -> in.end(new Iterate());
            case 3 -> in.end(new Serve(in.list(CompiledClass::read), Entry.read(in), in.i64()));
            case 4 -> in.end(new Point(in.i32(), in.i32()));
            case 5 -> in.end(new Record());
            case 6 -> in.end(new Steady());
            case 7 -> in.end(new Tell());
            case 8 -> in.end(new Hold(in.i32()));
            default -> throw new WireException("no order " + tag + " to a measurer");
        };
    }
}
