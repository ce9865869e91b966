package dev.interleave.explore.order;

/** An earlier access that is not ordered before the one that was just recorded. */
public record Conflict(int thread, String site, boolean write) {}
