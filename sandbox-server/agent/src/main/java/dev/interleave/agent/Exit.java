package dev.interleave.agent;

import dev.interleave.wire.ExitCode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Ends the JVM at once; no shutdown hook of the learner's can delay it. */
final class Exit {

    private Exit() {}

    /** Loads what an end for want of memory needs. */
    static void prepare() {
        comesFromFullHeap(new IllegalStateException(ExitCode.OUT_OF_MEMORY.name()));
    }

    static void with(ExitCode reason) {
        Runtime.getRuntime().halt(reason.code());
    }

    /**
     * After a fault of the agent's own; says which on the JVM's standard error. What the JDK throws
     * when it cannot load a class of its own for want of memory is no fault.
     */
    static void after(Throwable fault) {
        ExitCode reason = ExitCode.OUT_OF_MEMORY;
        try {
            if (!comesFromFullHeap(fault)) {
                reason = ExitCode.FAILED;
                fault.printStackTrace(
                        new PrintStream(new FileOutputStream(FileDescriptor.err), true));
            }
        } finally {
            with(reason);
        }
    }

    private static boolean comesFromFullHeap(Throwable fault) {
        for (Throwable next = fault; next != null; next = next.getCause()) {
            if (next.toString().contains(OutOfMemoryError.class.getName())) {
                return true;
            }
        }
        return false;
    }
}
