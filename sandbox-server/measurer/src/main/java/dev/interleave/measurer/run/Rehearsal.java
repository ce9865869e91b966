package dev.interleave.measurer.run;

import com.sun.management.ThreadMXBean;
import dev.interleave.measurer.message.FromMeasurer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.infra.Blackhole;

/** Calls a version without a clock, to see what it returns and what it leaves behind. */
final class Rehearsal {

    private static final int CALLS = 2;

    /** How long threads have to end that were about to. */
    private static final long PATIENCE_MILLIS = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Target target;

    Rehearsal(Target target) {
        this.target = target;
    }

    FromMeasurer.Loaded run() throws Throwable {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Blackhole hole = hole();
        List<String> values = new ArrayList<>();
        long allocated = 0;
        for (int i = 0; i < CALLS; i++) {
            long allocatedBefore = threads.getTotalThreadAllocatedBytes();
            Object value = target.call(hole);
            allocated = threads.getTotalThreadAllocatedBytes() - allocatedBefore;
            values.add(ValueText.of(value, target.result()));
        }
        return new FromMeasurer.Loaded(values, left(before), allocated);
    }

    /** One of JMH's, for calls that are not timed. */
    static Blackhole hole() {
        return new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is"
                        + " dangerous.");
    }

    /** Platform threads that are still there and would keep a JVM alive. */
    private static List<String> left(Set<Thread> before) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && !thread.isDaemon()) {
                thread.join(names.isEmpty() ? PATIENCE_MILLIS : 1);
                if (thread.isAlive() && names.size() < FromMeasurer.MOST_NAMES) {
                    names.add(thread.getName());
                }
            }
        }
        return names;
    }
}
