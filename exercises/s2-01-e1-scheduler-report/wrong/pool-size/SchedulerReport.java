import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

public record SchedulerReport(int parallelism, int mounted, int queued) {

    public static SchedulerReport now() {
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        return new SchedulerReport(
                scheduler.getParallelism(),
                scheduler.getPoolSize(),
                (int) scheduler.getQueuedVirtualThreadCount());
    }
}
