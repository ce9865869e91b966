import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.management.VirtualThreadSchedulerMXBean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SchedulerReportTest {

    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    private final int before = SCHEDULER.getParallelism();

    @AfterEach
    void as_before() throws InterruptedException {
        SCHEDULER.setParallelism(before);
        until(0, 0);
    }

    /** Waits until so many run, and at least so many could. */
    private static void until(int mounted, int queued) throws InterruptedException {
        while (SCHEDULER.getMountedVirtualThreadCount() != mounted
                || SCHEDULER.getQueuedVirtualThreadCount() < queued) {
            Thread.sleep(1);
        }
    }

    private static SchedulerReport expected() {
        return new SchedulerReport(
                SCHEDULER.getParallelism(),
                SCHEDULER.getMountedVirtualThreadCount(),
                (int) SCHEDULER.getQueuedVirtualThreadCount());
    }

    /**
     * The report is that of the scheduler. Other virtual threads of the JVM may come and go between
     * two looks, so it is enough if they agree once.
     */
    private static void reports(int parallelism, int mounted, int queued)
            throws InterruptedException {
        SchedulerReport report = null;
        SchedulerReport expected = null;
        for (int look = 0; look < 200 && (report == null || !expected.equals(report)); look++) {
            until(mounted, queued);
            expected = expected();
            report = SchedulerReport.now();
        }
        assertEquals(expected, report);
        assertEquals(parallelism, report.parallelism());
    }

    @Test
    @Tag("task:parallelism")
    @DisplayName("The parallelism, also after it was changed")
    void the_parallelism_is_changed() throws InterruptedException {
        for (int parallelism : new int[] {2, 1, 2}) {
            SCHEDULER.setParallelism(parallelism);
            reports(parallelism, 0, 0);
        }
    }

    @Test
    @Tag("task:mounted")
    @DisplayName("A hundred threads wait: nobody is mounted, nobody is queued")
    void nobody_is_mounted() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var arrived = new CountDownLatch(100);
        for (int i = 0; i < 100; i++) {
            Thread.startVirtualThread(
                    () -> {
                        arrived.countDown();
                        try {
                            gate.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
        arrived.await();
        try {
            reports(before, 0, 0);
        } finally {
            gate.countDown();
        }
    }

    @Test
    @Tag("task:mounted")
    @Tag("points:2")
    @DisplayName("With one carrier, one of three that compute is mounted, and two are queued")
    void more_than_there_are_carriers() throws InterruptedException {
        SCHEDULER.setParallelism(1);
        whileTheyCompute(3, 1, 1, 2);
    }

    private static void whileTheyCompute(int count, int parallelism, int mounted, int queued)
            throws InterruptedException {
        var stop = new AtomicBoolean();
        for (int i = 0; i < count; i++) {
            Thread.startVirtualThread(
                    () -> {
                        while (!stop.get()) {
                            Thread.onSpinWait();
                        }
                    });
        }
        try {
            reports(parallelism, mounted, queued);
        } finally {
            stop.set(true);
        }
    }

    @Test
    @Tag("task:fresh")
    @Tag("hidden")
    @DisplayName("Two compute on two carriers, then five, then nobody does")
    void each_call_looks_anew() throws InterruptedException {
        SCHEDULER.setParallelism(2);
        whileTheyCompute(2, 2, 2, 0);
        whileTheyCompute(5, 2, 2, 3);
        reports(2, 0, 0);
    }
}
