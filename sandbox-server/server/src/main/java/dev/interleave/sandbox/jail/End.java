package dev.interleave.sandbox.jail;

/**
 * How a jail ended.
 *
 * @param exitStatus of the JVM, or 128 plus the number of the signal that ended it
 * @param killed whether {@link Jail#kill()} was called
 * @param outOfMemory whether the kernel ended it because the jail reached its memory limit
 * @param outOfThreads whether the kernel ever refused it a thread or process because the jail
 *     reached its limit of these
 */
public record End(int exitStatus, boolean killed, boolean outOfMemory, boolean outOfThreads) {

    /** Without threads that were refused. */
    public End(int exitStatus, boolean killed, boolean outOfMemory) {
        this(exitStatus, killed, outOfMemory, false);
    }
}
