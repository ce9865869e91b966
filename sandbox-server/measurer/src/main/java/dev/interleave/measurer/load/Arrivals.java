package dev.interleave.measurer.load;

import dev.interleave.measurer.message.FromMeasurer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Sends requests at planned moments: n of them in each delay of the service, so that an ideal
 * version has n in flight at any time. A request's time begins at the moment that was planned for
 * it, however late it is sent: who waits behind a slow one is not left out.
 *
 * <p>Threading: one thread.
 */
public final class Arrivals implements AutoCloseable {

    /** What comes before the part that is measured, in delays, and in nanoseconds at least. */
    private static final int LEAD_DELAYS = 2;

    private static final long LEAD_NANOS = 100_000_000;

    /** How long what was sent last may take beyond its delay before it counts as unfinished. */
    private static final int LAST_DELAYS = 3;

    private static final long LAST_NANOS = 50_000_000;

    /** How long a version may take to get rid of what nobody wants to know any more. */
    private static final long CLEAN_UP_NANOS = 10_000_000_000L;

    /** When nothing more was taken for so long, nothing more will be. */
    private static final long QUIET_NANOS = 50_000_000;

    private static final long PAUSE_NANOS = 1_000_000;
    private static final int MOST_REQUESTS = 1_000_000;

    private final Service service;
    private final Consumer<Request> version;
    private final HeldMemory.Early early;

    /**
     * @param version handles a request, or has it handled
     * @param early what there was before the version was loaded
     */
    public Arrivals(long delayNanos, Consumer<Request> version, HeldMemory.Early early) {
        this.service = new Service(delayNanos);
        this.version = version;
        this.early = early;
    }

    /**
     * Measures a point of the curve.
     *
     * @param n requests for each delay of the service
     * @param millis how long to measure
     */
    public FromMeasurer measure(int n, int millis) {
        long gap = Math.max(1, service.delayNanos() / n);
        long lead = Math.max(LEAD_NANOS, LEAD_DELAYS * service.delayNanos());
        long length = lead + millis * 1_000_000L;
        int requests = (int) Math.min(MOST_REQUESTS, length / gap);
        Window window = new Window(service, requests);
        service.meanNanos();
        long begun = System.nanoTime();
        send(window, begun, gap, requests, begun + length);
        awaitLast(window, begun + length);
        double serviceNanos = service.meanNanos();
        window.end();
        if (window.mistake() != null) {
            return new FromMeasurer.Failed(window.mistake());
        }
        Tally tally = new Tally(window, begun, gap, requests);
        FromMeasurer served = tally.between(begun + lead, begun + length, serviceNanos);
        return cleanedUp(window)
                ? served
                : new FromMeasurer.Failed(
                        "It did not say done() of " + window.unfinished() + " requests.");
    }

    /**
     * Has so many requests wait for the service at a time, and tells what they hold meanwhile.
     * Where a version does not take that many at a time, those that it took count.
     */
    public FromMeasurer hold(int n) {
        Window window = new Window(service, n);
        HeldMemory memory = HeldMemory.idle(early);
        service.shut();
        Thread sender =
                Thread.ofPlatform()
                        .daemon()
                        .name("sender")
                        .start(() -> IntStream.range(0, n).forEach(i -> send(window, i)));
        FromMeasurer.Held held = FromMeasurer.Held.UNKNOWN;
        try {
            int waiting = awaitQuiet(window);
            held = memory.of(waiting, window::unfinished);
        } finally {
            service.open();
        }
        boolean clean = cleanedUp(window);
        if (window.mistake() != null) {
            return new FromMeasurer.Failed(window.mistake());
        }
        return clean && !sender.isAlive() ? held : FromMeasurer.Held.UNKNOWN;
    }

    private void send(Window window, int number) {
        version.accept(window.request(number));
    }

    /** Waits until no more requests are taken, and tells how many there are. */
    private static int awaitQuiet(Window window) {
        long until = System.nanoTime() + CLEAN_UP_NANOS;
        int before = -1;
        int now = window.unfinished();
        while (now != before && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(QUIET_NANOS);
            before = now;
            now = window.unfinished();
        }
        return now;
    }

    private void send(Window window, long begun, long gap, int requests, long end) {
        for (int number = 0; number < requests; number++) {
            long planned = begun + number * gap;
            long early = planned - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            }
            if (System.nanoTime() - end > 0) {
                // It keeps its caller so long that the others are never sent.
                return;
            }
            version.accept(window.request(number));
        }
    }

    private void awaitLast(Window window, long end) {
        long until = end + Math.max(LAST_NANOS, LAST_DELAYS * service.delayNanos());
        while (window.unfinished() > 0 && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static boolean cleanedUp(Window window) {
        long until = System.nanoTime() + CLEAN_UP_NANOS;
        while (window.unfinished() > 0) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    @Override
    public void close() {
        service.close();
    }

    /** Puts together what came of the requests. */
    private record Tally(Window window, long begun, long gap, int requests) {

        FromMeasurer between(long from, long to, double serviceNanos) {
            long now = System.nanoTime();
            int[] inside =
                    IntStream.range(0, requests)
                            .filter(number -> begun + number * gap - from >= 0)
                            .toArray();
            long[] nanos =
                    Arrays.stream(inside).mapToLong(number -> latency(number, now)).toArray();
            Arrays.sort(nanos);
            long done =
                    IntStream.range(0, requests)
                            .mapToLong(window::doneAt)
                            .filter(at -> at != 0 && at - from >= 0 && at - to < 0)
                            .count();
            long unfinished =
                    Arrays.stream(inside).filter(number -> window.doneAt(number) == 0).count();
            List<Double> percentiles =
                    FromMeasurer.RANKS.stream().map(rank -> at(nanos, rank)).toList();
            double throughput = done / ((to - from) / 1e9);
            return new FromMeasurer.Served(
                    inside.length, done, unfinished, throughput, serviceNanos, percentiles);
        }

        /** Of one that is not done, what it has taken so far: less than it will have taken. */
        private long latency(int number, long now) {
            long at = window.doneAt(number);
            return (at == 0 ? now : at) - (begun + number * gap);
        }

        /** The smallest value that so many per cent are not above. */
        private static double at(long[] sorted, double rank) {
            if (sorted.length == 0) {
                return 0;
            }
            int place = (int) Math.ceil(rank / 100 * sorted.length) - 1;
            return sorted[Math.clamp(place, 0, sorted.length - 1)];
        }
    }
}
