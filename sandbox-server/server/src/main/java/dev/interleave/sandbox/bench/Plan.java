package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.Timing;
import dev.interleave.measurer.message.ToMeasurer;
import dev.interleave.sandbox.result.Side;
import java.time.Duration;
import java.util.Map;

/**
 * What a comparison's JVMs are told to do.
 *
 * @param n what versions get that want a number
 * @param budget how long to measure
 */
record Plan(Map<Side, Contestant> contestants, Timing timing, int n, Duration budget, Pace pace) {

    ToMeasurer.Load load(Side side) {
        Contestant one = contestants.get(side);
        int millis = (int) pace.iteration().toMillis();
        return new ToMeasurer.Load(one.classes(), one.entry(), timing, n, millis);
    }
}
