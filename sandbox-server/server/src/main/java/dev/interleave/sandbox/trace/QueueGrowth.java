package dev.interleave.sandbox.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds queues without a bound that grow for a time: who fills them is faster than who empties
 * them, and nothing slows it down. A burst of work that is handed over at once is not meant.
 *
 * <p>Threading: not safe.
 */
final class QueueGrowth {

    private static final int MOST = 64;
    private static final long LEAST_LENGTH = 1_000;
    private static final double LEAST_MILLIS = 100;
    private static final int LEAST_STEPS = 8;

    private static final class Queue {
        private final int line;
        private double since;
        private double until;
        private long longest;
        private int steps;

        Queue(int line) {
            this.line = line;
        }
    }

    private final Map<Integer, Queue> queues = new HashMap<>();

    void length(int object, int line, long length, double at) {
        if (queues.size() == MOST && !queues.containsKey(object)) {
            return;
        }
        Queue queue = queues.computeIfAbsent(object, _ -> new Queue(line));
        if (queue.longest == 0) {
            queue.since = at;
        }
        if (length > queue.longest) {
            queue.longest = length;
            queue.until = at;
            queue.steps++;
        }
    }

    /** Tells of each that grew: a sentence, and the line where the queue was made. */
    void tell(ObjectNames names, BiConsumer<String, Integer> note) {
        queues.forEach(
                (object, queue) -> {
                    double millis = queue.until - queue.since;
                    if (queue.longest >= LEAST_LENGTH
                            && queue.steps >= LEAST_STEPS
                            && millis >= LEAST_MILLIS) {
                        note.accept(
                                ("%s has no bound and grew for %.0f ms, to %,d elements: whoever"
                                                + " fills it is faster than who empties it, and is"
                                                + " not slowed down.")
                                        .formatted(names.of(object), millis, queue.longest),
                                queue.line);
                    }
                });
    }
}
