package dev.interleave.sandbox.result;

/**
 * A thread that a cell left running: its name, kind, {@link Thread.State}, and the top frame of its
 * stack or null.
 */
public record LiveThread(String name, boolean virtual, String state, String at) {}
