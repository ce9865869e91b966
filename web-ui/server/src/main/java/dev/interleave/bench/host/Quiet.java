package dev.interleave.bench.host;

import java.util.function.LongConsumer;

/** Waits until the product has nothing more to do: its processes take no processor time. */
public final class Quiet {

    private static final long LOOK_MILLIS = 500;

    /** Less than this in one look, a fifteenth of a processor, is housekeeping. */
    private static final long QUIET_MILLIS = 40;

    private static final int LOOKS = 3;
    private static final long LONGEST_MILLIS = 90_000;

    private Quiet() {}

    /**
     * Waits, but not for ever.
     *
     * @param seconds hears how long it has waited
     */
    public static void await(LongConsumer seconds) throws InterruptedException {
        var quiet = 0;
        var last = Product.cpuMillis();
        for (var waited = 0L; quiet < LOOKS && waited < LONGEST_MILLIS; waited += LOOK_MILLIS) {
            seconds.accept(waited / 1000);
            Thread.sleep(LOOK_MILLIS);
            var now = Product.cpuMillis();
            quiet = now - last < QUIET_MILLIS ? quiet + 1 : 0;
            last = now;
        }
    }
}
