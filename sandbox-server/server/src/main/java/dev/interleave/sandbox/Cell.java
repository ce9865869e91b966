package dev.interleave.sandbox;

import java.time.Duration;

/**
 * A cell to run: its source, and how long it may take from its start to its end.
 *
 * @param timeout more than zero; the sandbox's own maximum wins over a longer one
 */
public record Cell(String source, Duration timeout) {}
