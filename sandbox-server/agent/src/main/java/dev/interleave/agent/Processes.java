package dev.interleave.agent;

import java.util.List;
import java.util.stream.Stream;

/** The processes that the learner's code has started and that still live. */
final class Processes {

    private static final long FIRST = 1;

    private Processes() {}

    /**
     * Kills those that were started at this time or later.
     *
     * @param alone whether every process that can be seen is one of them, but for this one and the
     *     first
     * @return how many there were; 1 if nobody can tell, because there is no descriptor to look
     */
    static int kill(long startedMillis, boolean alone) {
        List<ProcessHandle> processes;
        try {
            processes =
                    (alone ? othersInJail() : ProcessHandle.current().descendants())
                            .filter(process -> startedSince(process, startedMillis))
                            .toList();
        } catch (RuntimeException e) {
            // What the JDK throws when /proc cannot be opened.
            return 1;
        }
        processes.forEach(ProcessHandle::destroyForcibly);
        return processes.size();
    }

    /** The jail's first process takes over those whose parent has ended. */
    private static Stream<ProcessHandle> othersInJail() {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && process.pid() != FIRST);
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
