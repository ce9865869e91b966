/** What the scheduler of the virtual threads is doing. */
public record SchedulerReport(int parallelism, int mounted, int queued) {

    /** At this moment. */
    public static SchedulerReport now() {
        return null;
    }
}
