import java.util.EnumSet;
import java.util.Set;

public final class GapList {

    /** What one may look for. */
    public enum Gap {
        /** Nobody hears of what a task throws. */
        LOST_EXCEPTIONS,
        /** More can wait than there is memory. */
        UNBOUNDED_QUEUE,
        /** It cannot be ended in good order. */
        NO_SHUTDOWN,
        /** A task may take for ever. */
        NO_TIMEOUT,
        /** A task that throws takes its thread with it. */
        WORKER_DIES,
        /** Two threads may damage the queue. */
        RACE_ON_THE_QUEUE,
        /** Each task costs a new thread. */
        THREAD_FOR_EACH_TASK,
        /** A task may run twice. */
        RUNS_TWICE,
        /** Whoever hands in a task waits for its end. */
        CALLER_WAITS
    }

    private GapList() {}

    public static Set<Gap> gaps() {
        return EnumSet.range(Gap.LOST_EXCEPTIONS, Gap.WORKER_DIES);
    }
}
