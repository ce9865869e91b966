package dev.interleave.agent;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The signal by which the JDK calls its threads back from system calls: {@code
 * sun.nio.ch.NativeThread} sends it when a socket is closed. A call that it interrupts is made
 * again, but before that the thread comes by a place where it can be struck.
 */
final class Signals {

    /** {@code SIGRTMAX - 2} of Linux, as in the JDK's {@code NativeThread.c}. */
    static final int NUMBER = 62;

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final File TASKS = new File("/proc/self/task");
    private static final String CAUGHT = "SigCgt:";

    private MemorySegment tgkill;

    /** The C library's {@code tgkill}. */
    @SuppressWarnings("restricted")
    MemorySegment function() {
        if (tgkill == null) {
            tgkill = Linker.nativeLinker().defaultLookup().find("tgkill").orElseThrow();
        }
        return tgkill;
    }

    /**
     * The system's numbers of all threads of this JVM; none where the signal would not be caught
     * but end the process, or where that cannot be told.
     */
    List<Long> threads() {
        List<Long> threads = new ArrayList<>();
        String[] names = TASKS.list();
        if (names != null && isCaught()) {
            for (String name : names) {
                threads.add(Long.valueOf(name));
            }
        }
        return threads;
    }

    private static boolean isCaught() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(CAUGHT)) {
                    long mask = Long.parseUnsignedLong(line.substring(CAUGHT.length()).strip(), 16);
                    return (mask >>> NUMBER - 1 & 1) == 1;
                }
            }
            return false;
        } catch (IOException e) {
            // The learner's code has opened all files that it may.
            return false;
        }
    }
}
