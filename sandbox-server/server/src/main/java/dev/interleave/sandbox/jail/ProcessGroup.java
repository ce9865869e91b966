package dev.interleave.sandbox.jail;

import java.io.IOException;

/** All processes of one jail taken together. */
interface ProcessGroup {

    /** Memory in use, in bytes. */
    long memoryBytes() throws IOException;

    /** Processor time used so far. */
    long cpuNanos() throws IOException;

    /** Whether the kernel ended a process because the group was at its limit. */
    boolean outOfMemory() throws IOException;

    /** Sends SIGKILL to everything inside; what is being forked meanwhile may need another call. */
    void kill();

    boolean isEmpty() throws IOException;

    /** Removes what the group left on the host; it must be empty. */
    void remove() throws IOException;
}
