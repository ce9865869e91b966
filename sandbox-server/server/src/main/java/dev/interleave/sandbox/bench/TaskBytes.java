package dev.interleave.sandbox.bench;

import dev.interleave.measurer.message.FromMeasurer.Held;
import dev.interleave.sandbox.result.Mean;
import java.util.ArrayList;
import java.util.List;

/**
 * What a task of a version holds while it is in flight, one value of each JVM that could tell it.
 * It takes time to find out, so only the first JVMs are asked, and none after one that could not
 * tell.
 *
 * <p>Threading: one thread.
 */
final class TaskBytes {

    private static final int MOST_JVMS = SequentialRule.FIRST_LOOK;

    private final List<Double> bytes = new ArrayList<>();
    private boolean untold;

    boolean wantsMore() {
        return !untold && bytes.size() < MOST_JVMS;
    }

    void add(Held held) {
        untold |= held.tasks() == 0 && bytes.isEmpty();
        if (held.tasks() > 0) {
            bytes.add((double) held.bytes() / held.tasks());
        }
    }

    Mean mean() {
        return Interval.ofJvms(bytes);
    }
}
