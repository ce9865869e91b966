package dev.interleave.bench.cell;

import dev.interleave.sandbox.result.CellEvent.Done;

/**
 * How a run ended.
 *
 * @param begun when it was wanted, in nanoseconds of this JVM's clock
 * @param ended when its end was heard
 * @param value of its last expression; null if it had none
 * @param place the last in line that it was told to be; 0 if it did not wait
 */
record Answer(long begun, long ended, Done done, String value, int place) {

    double millis() {
        return (ended - begun) / 1e6;
    }
}
