import java.lang.management.ManagementFactory;
import jdk.management.VirtualThreadSchedulerMXBean;

public record SchedulerReport(int parallelism, int mounted, int queued) {

    private static final VirtualThreadSchedulerMXBean SCHEDULER =
            ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);

    public static SchedulerReport now() {
        int parallelism = SCHEDULER.getParallelism();
        int mounted = SCHEDULER.getMountedVirtualThreadCount();
        long queued = SCHEDULER.getQueuedVirtualThreadCount();
        return new SchedulerReport(parallelism, mounted, Math.toIntExact(queued));
    }
}
