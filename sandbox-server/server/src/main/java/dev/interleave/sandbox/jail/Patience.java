package dev.interleave.sandbox.jail;

import java.io.IOException;
import java.time.Duration;

/** Waits for what the kernel does soon and does not tell. */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    /** Something that is true sooner or later, and may be helped along by asking. */
    interface Condition {
        boolean holds() throws IOException;
    }

    private Patience() {}

    /**
     * Asks again and again, less and less often.
     *
     * @throws IOException if it did not become true in time, or the waiting thread was interrupted
     */
    static void until(String what, Condition condition) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Duration pause = Duration.ofMillis(1);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Waited " + LIMIT.toSeconds() + " s in vain until " + what);
            }
            sleep(pause, what);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static void sleep(Duration pause, String what) throws IOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted before " + what, e);
        }
    }
}
