package dev.interleave.sandbox.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Who measures now and who waits: first come, first served, one at a time.
 *
 * <p>Threading: any thread may call anything.
 */
final class Turns {

    private final List<Turn> waiting = new ArrayList<>();
    private Turn now;

    /** One who wants to measure. */
    final class Turn implements AutoCloseable {

        private final IntConsumer places;

        private Turn(IntConsumer places) {
            this.places = places;
        }

        /**
         * Waits for its turn.
         *
         * @return false if it was closed instead
         */
        boolean await() throws InterruptedException {
            synchronized (Turns.this) {
                while (waiting.contains(this)) {
                    Turns.this.wait();
                }
                return now == this;
            }
        }

        /** Leaves if it still waits. */
        void giveUp() {
            synchronized (Turns.this) {
                waiting.remove(this);
                Turns.this.notifyAll();
            }
            tell();
        }

        /** Leaves, whether it waits or measures. */
        @Override
        public void close() {
            leave(this);
        }
    }

    /**
     * Gets in line.
     *
     * @param places hears the place in the line whenever it changes, 1 for the next one; nothing if
     *     there is no need to wait
     */
    Turn enter(IntConsumer places) {
        Turn turn = new Turn(places);
        synchronized (this) {
            if (now == null) {
                now = turn;
                return turn;
            }
            waiting.add(turn);
        }
        tell();
        return turn;
    }

    private void leave(Turn turn) {
        synchronized (this) {
            waiting.remove(turn);
            if (now == turn) {
                now = waiting.isEmpty() ? null : waiting.removeFirst();
            }
            notifyAll();
        }
        tell();
    }

    private synchronized void tell() {
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).places.accept(i + 1);
        }
    }
}
