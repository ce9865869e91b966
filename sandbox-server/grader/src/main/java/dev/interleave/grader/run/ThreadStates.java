package dev.interleave.grader.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What the kernel and the JVM say about the threads of this process. The kernel's word is asked
 * first because the JVM calls a thread runnable that waits in the kernel, and a carrier waiting
 * whose virtual thread runs.
 */
final class ThreadStates {

    private static final Path TASKS = Path.of("/proc/self/task");
    private static final Path PROCESS = Path.of("/proc/self/stat");

    /** Threads of the JVM's own that are busy for reasons of their own. */
    private static final List<String> HOUSEKEEPING =
            List.of("(VM Periodic", "(C1 Comp", "(C2 Comp", "(Common-Clean", "(watchdog)");

    private static final int USER_MILLIS_FIELD = 11;
    private static final int MILLIS_PER_TICK = 10;

    private ThreadStates() {}

    /** Whether a thread runs or could run, if it got a processor. */
    static boolean anyCanRun() throws IOException {
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                if (canRun(task)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean canRun(Path task) throws IOException {
        try {
            String stat = Files.readString(task.resolve("stat"));
            char state = afterName(stat).charAt(0);
            return (state == 'R' || state == 'D')
                    && HOUSEKEEPING.stream().noneMatch(stat::contains);
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            // The thread ended between two system calls; that is movement.
            return true;
        }
    }

    /** Processor time of the whole process so far. */
    static long cpuMillis() {
        try {
            String[] fields = afterName(Files.readString(PROCESS)).split(" ");
            return MILLIS_PER_TICK
                    * (Long.parseLong(fields[USER_MILLIS_FIELD])
                            + Long.parseLong(fields[USER_MILLIS_FIELD + 1]));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A thread's name may contain anything, brackets too. */
    private static String afterName(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2);
    }

    /** Whether a thread will go on by itself some time: it sleeps, or waits with a limit. */
    static boolean anySleeps() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(e -> e.getKey().getState() == Thread.State.TIMED_WAITING)
                .filter(e -> !e.getKey().getName().equals("Common-Cleaner"))
                .anyMatch(e -> !isIdleWorker(e.getValue()));
    }

    /** Threads of pools look from time to time whether they are still needed. */
    private static boolean isIdleWorker(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(
                        frame ->
                                frame.getMethodName().equals("awaitWork")
                                        || frame.getMethodName().equals("getTask"));
    }
}
