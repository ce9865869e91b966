package dev.interleave.agent;

import java.util.List;

/** The processes that the learner's code has started and that still live. */
final class Processes {

    private Processes() {}

    /**
     * Kills those that were started at this time or later.
     *
     * @return how many there were
     */
    static int kill(long startedMillis) {
        List<ProcessHandle> processes =
                ProcessHandle.current()
                        .descendants()
                        .filter(process -> startedSince(process, startedMillis))
                        .toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        return processes.size();
    }

    /** The system counts in hundredths of a second; a process whose start is unknown counts. */
    private static boolean startedSince(ProcessHandle process, long millis) {
        return process.isAlive()
                && process.info()
                        .startInstant()
                        .map(start -> start.toEpochMilli() + 10 >= millis)
                        .orElse(true);
    }
}
