package dev.interleave.agent.trace;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which outputs of a run are told, and how much of each: enough to know them again.
 *
 * <p>Threading: any thread may call anything.
 */
final class Prints {

    /** Most outputs of a run that are told. */
    static final int MOST = 5_000;

    /** Most bytes of one output that are told. */
    static final int MOST_BYTES = 120;

    private final AtomicInteger count = new AtomicInteger();

    /** What is told of these bytes; null for a line end alone, and where too much was told. */
    String take(byte[] bytes, int offset, int length) {
        if (isBlank(bytes, offset, length)) {
            return null;
        }
        return count.getAndIncrement() < MOST ? text(bytes, offset, length) : null;
    }

    /** How many were not told. */
    int leftOut() {
        return Math.max(0, count.get() - MOST);
    }

    private static boolean isBlank(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + Math.min(length, MOST_BYTES); i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int offset, int length) {
        int told = Math.min(length, MOST_BYTES);
        String text = new String(bytes, offset, told, StandardCharsets.UTF_8);
        if (told == length) {
            return text.stripTrailing();
        }
        // The last character may have been cut in the middle.
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\uFFFD') {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
