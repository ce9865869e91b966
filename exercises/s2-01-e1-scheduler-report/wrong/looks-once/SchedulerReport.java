import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

public record SchedulerReport(int parallelism, int mounted, int queued) {

    private static final SchedulerReport FIRST = look();

    public static SchedulerReport now() {
        return FIRST;
    }

    private static SchedulerReport look() {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        return new SchedulerReport(
                scheduler.getParallelism(),
                scheduler.getMountedVirtualThreadCount(),
                (int) scheduler.getQueuedVirtualThreadCount());
    }
}
