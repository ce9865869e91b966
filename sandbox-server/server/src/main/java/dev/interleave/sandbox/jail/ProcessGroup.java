package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.util.List;

/** All processes of one jail taken together. */
interface ProcessGroup {

    /** Memory in use, in bytes. */
    long memoryBytes() throws IOException;

    /** Processor time used so far. */
    long cpuNanos() throws IOException;

    /** The processes' numbers; empty once they have ended. */
    List<Long> members() throws IOException;

    /** Whether the kernel ended a process because the group was at its limit. */
    boolean outOfMemory() throws IOException;

    /** Whether the kernel refused a thread or process because the group was at its limit. */
    boolean outOfThreads() throws IOException;

    /** Sends SIGKILL to every process but one; false if there was no other. */
    boolean killAllBut(long pid);

    /**
     * Whether nothing is inside any more and nothing is left on the host; kills and removes what
     * there still is.
     */
    boolean gone() throws IOException;
}
