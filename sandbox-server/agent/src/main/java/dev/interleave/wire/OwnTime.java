package dev.interleave.wire;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Time as far as processes could use it. What their threads spend waiting for a processor that
 * others have does not count: on a machine that is busy with other things everything takes longer,
 * and nobody is to blame.
 *
 * <p>Linux counts for each thread how long it ran and how long it was ready to run and had to wait.
 * Where it does not tell, all time counts.
 *
 * <p>Threading: one thread at a time.
 */
public final class OwnTime {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** Of one thread since its beginning, in nanoseconds. */
    private record Use(long ran, long waited) {}

    private final List<Path> tasks;
    private final long begun = System.nanoTime();
    private final Map<String, Use> before;

    /**
     * Begins to count now.
     *
     * @param tasks the folder {@code task} of each of the processes in {@code /proc}
     */
    public OwnTime(List<Path> tasks) {
        this.tasks = tasks;
        this.before = uses();
    }

    /** Of this process. */
    public static OwnTime ofThisProcess() {
        return new OwnTime(List.of(Path.of("/proc/self/task")));
    }

    /** Nanoseconds since the beginning, whoever used them. */
    public long wallNanos() {
        return System.nanoTime() - begun;
    }

    /** Nanoseconds since the beginning as far as these processes could use them. */
    public long nanos() {
        long wall = wallNanos();
        long ran = 0;
        long waited = 0;
        for (Map.Entry<String, Use> now : uses().entrySet()) {
            Use then = before.getOrDefault(now.getKey(), new Use(0, 0));
            ran += now.getValue().ran - then.ran;
            waited += now.getValue().waited - then.waited;
        }
        return counted(wall, ran, waited, PROCESSORS);
    }

    /**
     * More threads than processors wait for each other, which is their own affair: at most all
     * processors can be wanted.
     */
    static long counted(long wall, long ran, long waited, int processors) {
        double wanted = Math.min((double) ran + waited, (double) wall * processors);
        double missed = Math.max(0, wanted - ran);
        return (long) (wall * (1 - missed / Math.max(wanted, wall)));
    }

    private Map<String, Use> uses() {
        Map<String, Use> uses = new HashMap<>();
        for (Path folder : tasks) {
            String[] threads = new File(folder.toString()).list();
            for (String thread : threads == null ? new String[0] : threads) {
                Use use = use(folder.resolve(thread).resolve("schedstat"));
                if (use != null) {
                    uses.put(thread, use);
                }
            }
        }
        return uses;
    }

    /** Null if the thread has ended, or this kernel does not count. */
    private static Use use(Path file) {
        try {
            String[] words =
                    new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).split(" ");
            return new Use(Long.parseLong(words[0]), Long.parseLong(words[1]));
        } catch (IOException e) {
            return null;
        }
    }
}
