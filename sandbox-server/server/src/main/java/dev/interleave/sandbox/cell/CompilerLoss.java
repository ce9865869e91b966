package dev.interleave.sandbox.cell;

/**
 * How a front end was lost, as far as its session is concerned.
 *
 * @param tookTooLong whether it was this front end that compiled for too long
 * @param onlySuspect whether nobody else was compiling when the compiler went down
 * @param outOfMemory whether the compiler went down for lack of memory
 */
record CompilerLoss(boolean tookTooLong, boolean onlySuspect, boolean outOfMemory) {}
