package dev.interleave.web.cell;

import dev.interleave.sandbox.CellListener;
import dev.interleave.web.cell.Inbox.Told;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what runs tell, in batches, and has it stored at least once a second while they go on,
 * so that a server that is killed loses no more of it.
 *
 * <p>Threading: has one thread, which calls both of its callers; any thread may close it.
 */
final class Recorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    /** At most twenty batches of output a second. */
    private static final Duration PACE = Duration.ofMillis(50);

    private static final Duration FOREVER = Duration.ofDays(1);

    private static final Duration STORE_EVERY = Duration.ofMillis(900);

    private final Inbox inbox = new Inbox(PACE);
    private final Consumer<List<Told>> batches;
    private final Runnable store;
    private final Thread thread;

    /**
     * @param batches takes what was told
     * @param store stores what was taken and is not stored yet
     */
    Recorder(Consumer<List<Told>> batches, Runnable store) {
        this.batches = batches;
        this.store = store;
        this.thread = Thread.ofVirtual().name("recorder").unstarted(this::record);
    }

    void start() {
        thread.start();
    }

    /** What the sandbox is to call for a run. What is shown is made safe before anything else. */
    CellListener listener(LiveRun run) {
        return event -> inbox.put(run, SafeOutput.of(event));
    }

    /** Hands on what was told until now, stores it, and ends the thread. */
    @Override
    public void close() {
        inbox.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void record() {
        try {
            var told = inbox.take(FOREVER);
            while (told != null) {
                attempt(told);
                told = storedInTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        attempt(store);
    }

    /** Goes on for a while with what comes, stores it, and returns what comes next. */
    private List<Told> storedInTime() throws InterruptedException {
        var end = System.nanoTime() + STORE_EVERY.toNanos();
        for (var left = STORE_EVERY.toNanos(); left > 0; left = end - System.nanoTime()) {
            var told = inbox.take(Duration.ofNanos(left));
            if (told == null) {
                return null;
            }
            attempt(told);
        }
        attempt(store);
        return inbox.take(FOREVER);
    }

    private void attempt(List<Told> told) {
        if (!told.isEmpty()) {
            attempt(() -> batches.accept(told));
        }
    }

    /** A full disk must not end the thread on which every later run depends. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("Could not record what a run told", e);
        }
    }
}
