package dev.interleave.explore.runtime;

import java.util.concurrent.locks.LockSupport;

/** What woven code calls instead of LockSupport's park methods. */
public final class ParkHooks {

    private ParkHooks() {}

    public static void park(String site) {
        park(null, LockSupport::park, site);
    }

    public static void park(Object blocker, String site) {
        park(blocker, () -> LockSupport.park(blocker), site);
    }

    public static void parkNanos(long nanos, String site) {
        park(null, () -> LockSupport.parkNanos(nanos), site);
    }

    public static void parkNanos(Object blocker, long nanos, String site) {
        park(blocker, () -> LockSupport.parkNanos(blocker, nanos), site);
    }

    public static void parkUntil(long deadline, String site) {
        parkNanos((deadline - TimeHooks.currentTimeMillis()) * 1_000_000, site);
    }

    public static void parkUntil(Object blocker, long deadline, String site) {
        parkNanos(blocker, (deadline - TimeHooks.currentTimeMillis()) * 1_000_000, site);
    }

    private static void park(Object blocker, Runnable park, String site) {
        var execution = Execution.here();
        if (execution == null) {
            park.run();
            return;
        }
        var self = Thread.currentThread();
        begin(execution, self, site);
        try {
            if (!execution.monitors().parkReturnsAtOnce()) park.run();
        } finally {
            LibraryHooks.after(self);
        }
    }

    /**
     * A scheduling point, and the beginning of a wait for something that is ordered by a thread's
     * clock.
     */
    static void begin(Execution execution, Thread waitsFor, String site) {
        execution.scheduler().point(site);
        var running = execution.scheduler().running();
        var call =
                new CallState.Call(waitsFor, execution.shadow(waitsFor).clock(), site, true, false);
        execution.order().acquire(running.id(), call.clock());
        execution.calls(running).calls.push(call);
    }
}
