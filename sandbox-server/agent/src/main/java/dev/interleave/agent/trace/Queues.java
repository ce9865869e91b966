package dev.interleave.agent.trace;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The queues without a bound that were made during a run, and how long they are.
 *
 * <p>Threading: any thread may add, one looks.
 */
final class Queues {

    private static final int MOST = 64;

    /** Shorter ones are nothing to speak of. */
    private static final int LEAST_LENGTH = 100;

    private static final int MOST_TOLD = 400;

    /** Takes a queue, the line where it was made, and its length. */
    interface Taker {
        void take(Object queue, int line, int length);
    }

    private final List<Watched> queues = new CopyOnWriteArrayList<>();

    private static final class Watched {
        private final WeakReference<LinkedBlockingQueue<?>> queue;
        private final int line;
        private int told;
        private int count;

        Watched(LinkedBlockingQueue<?> queue, int line) {
            this.queue = new WeakReference<>(queue);
            this.line = line;
        }
    }

    void add(LinkedBlockingQueue<?> queue, int line) {
        boolean bounded = queue.remainingCapacity() < Integer.MAX_VALUE;
        if (!bounded && line > 0 && queues.size() < MOST) {
            queues.add(new Watched(queue, line));
        }
    }

    /** Hands over those whose lengths have changed by a tenth. */
    void look(Taker taker) {
        for (Watched watched : queues) {
            LinkedBlockingQueue<?> queue = watched.queue.get();
            int length = queue == null ? 0 : queue.size();
            boolean changed = Math.abs(length - watched.told) > watched.told / 10;
            if (queue != null
                    && changed
                    && (length >= LEAST_LENGTH || watched.told > 0)
                    && watched.count < MOST_TOLD) {
                watched.told = length;
                watched.count++;
                taker.take(queue, watched.line, length);
            }
        }
    }
}
