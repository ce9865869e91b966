package dev.interleave.sandbox.check;

/**
 * A cell of a lesson with what the lesson says about it.
 *
 * @param profile what its session may use, the same for all cells of a lesson
 * @param refused whether it must not compile
 * @param fails whether it must end with an exception
 * @param expected what it prints, or null
 */
public record StatedCell(
        String id,
        String source,
        int timeoutSeconds,
        String profile,
        boolean refused,
        boolean fails,
        Expected expected) {}
