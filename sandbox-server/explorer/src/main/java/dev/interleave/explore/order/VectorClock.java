package dev.interleave.explore.order;

import java.util.Arrays;

/** How much of each thread's past is known: one counter a thread. Grows on demand. */
final class VectorClock {

    private int[] counters;

    VectorClock(int threads) {
        counters = new int[threads];
    }

    int of(int thread) {
        return thread < counters.length ? counters[thread] : 0;
    }

    void join(VectorClock other) {
        var theirs = other.counters;
        if (theirs.length > counters.length) counters = Arrays.copyOf(counters, theirs.length);
        for (var i = 0; i < theirs.length; i++) {
            if (theirs[i] > counters[i]) counters[i] = theirs[i];
        }
    }

    void tick(int thread) {
        if (thread >= counters.length) counters = Arrays.copyOf(counters, thread + 1);
        counters[thread]++;
    }
}
