package dev.interleave.sandbox.jail;

/**
 * How a jail ended.
 *
 * @param exitStatus of the JVM, or 128 plus the number of the signal that ended it
 * @param killed whether {@link Jail#kill()} was called
 * @param outOfMemory whether the kernel ended it because the jail reached its memory limit
 */
public record End(int exitStatus, boolean killed, boolean outOfMemory) {}
