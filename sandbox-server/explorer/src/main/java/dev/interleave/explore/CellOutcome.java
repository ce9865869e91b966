package dev.interleave.explore;

/**
 * What came of a cell in one run: two runs with equal outcomes look the same to who watches.
 *
 * @param printed to {@code System.out}
 * @param value of the last snippet as text, or null if it has none
 * @param ending what went wrong, such as {@code exception} or {@code deadlock}; null if nothing did
 * @param message the exception that ended a thread; null where there was none
 */
public record CellOutcome(String printed, String value, String ending, String message) {}
