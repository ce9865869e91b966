package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.result.CellEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a session's events to its listeners, in order, on a thread of its own, so that a listener
 * that is slow or throws harms nobody else. Output that comes faster than a page can show is put
 * together: the first piece goes out at once, what follows in portions.
 *
 * <p>Threading: any thread may put; that never waits for a listener.
 */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** Between two portions of output, in nanoseconds: at first, and once a run has said a lot. */
    private static final long SHORT_PAUSE = 5_000_000;

    private static final long LONG_PAUSE = 50_000_000;
    private static final int A_LOT = 200;

    /** Most pieces of output in one portion; beyond that their threads are not told apart. */
    private static final int CROWD = 32;

    /**
     * Most pieces of output of one run that keep their order: beyond that, where a portion is
     * crowded, what was written to one stream comes before what was written to the other.
     */
    private static final int ORDERED = 2_000;

    private final Deque<Item> items = new ArrayDeque<>();
    private int pieces;
    private boolean urgent;
    private boolean delivering;
    private long lastPortion = System.nanoTime() - LONG_PAUSE;
    private int delivered;

    void put(CellListener listener, CellEvent event) {
        synchronized (items) {
            if (event instanceof CellEvent.Output output) {
                putOutput(listener, output);
            } else {
                if (event instanceof CellEvent.Started) {
                    delivered = 0;
                }
                items.addLast(new Other(listener, event));
                urgent = true;
                items.notifyAll();
            }
            if (!delivering) {
                delivering = true;
                Thread.ofVirtual().name("cell-events").start(this::deliver);
            }
        }
    }

    /** Waits until everything has been delivered; false when that takes longer. */
    boolean awaitEmpty(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        synchronized (items) {
            for (long left = atMost.toNanos(); delivering; left = until - System.nanoTime()) {
                if (left <= 0) {
                    return false;
                }
                items.wait(left / 1_000_000 + 1);
            }
            return true;
        }
    }

    private void putOutput(CellListener listener, CellEvent.Output output) {
        boolean crowded = pieces >= CROWD;
        if (items.peekLast() instanceof Piece last && last.takes(listener, output, crowded)
                || crowded && delivered + pieces > ORDERED && join(listener, output)) {
            return;
        }
        items.addLast(new Piece(listener, output));
        pieces++;
    }

    /** Joins output to the last piece that takes it, but over nothing else that was told. */
    private boolean join(CellListener listener, CellEvent.Output output) {
        var latest = items.descendingIterator();
        while (latest.hasNext() && latest.next() instanceof Piece piece) {
            if (piece.takes(listener, output, true)) {
                return true;
            }
        }
        return false;
    }

    private void deliver() {
        for (List<Item> portion = next(); !portion.isEmpty(); portion = next()) {
            for (Item item : portion) {
                tell(item.listener(), item.event());
            }
        }
    }

    /** Waits until the next portion is due; an empty one ends this thread's work. */
    private List<Item> next() {
        synchronized (items) {
            pauseBetweenPortions();
            if (items.isEmpty()) {
                delivering = false;
                items.notifyAll();
                return List.of();
            }
            List<Item> portion = new ArrayList<>(items);
            items.clear();
            if (pieces > 0) {
                lastPortion = System.nanoTime();
                delivered += pieces;
            }
            pieces = 0;
            urgent = false;
            return portion;
        }
    }

    private void pauseBetweenPortions() {
        long pause = delivered > A_LOT ? LONG_PAUSE : SHORT_PAUSE;
        while (!urgent && !items.isEmpty()) {
            long left = pause - (System.nanoTime() - lastPortion);
            if (left <= 0) {
                return;
            }
            try {
                items.wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                // Nobody interrupts this thread; if somebody does, the pause is over.
                return;
            }
        }
    }

    private static void tell(CellListener listener, CellEvent event) {
        try {
            listener.on(event);
        } catch (RuntimeException e) {
            log.warn("A cell's listener failed on {}", event.getClass().getSimpleName(), e);
        }
    }

    private sealed interface Item {
        CellListener listener();

        CellEvent event();
    }

    private record Other(CellListener listener, CellEvent event) implements Item {}

    /** Output that still grows while it waits. */
    private static final class Piece implements Item {

        private final CellListener listener;
        private final boolean error;
        private final StringBuilder text;
        private String thread;

        Piece(CellListener listener, CellEvent.Output output) {
            this.listener = listener;
            this.error = output.error();
            this.text = new StringBuilder(output.text());
            this.thread = output.thread();
        }

        boolean takes(CellListener to, CellEvent.Output more, boolean crowded) {
            boolean sameThread = Objects.equals(thread, more.thread());
            if (to != listener || more.error() != error || !sameThread && !crowded) {
                return false;
            }
            if (!sameThread) {
                thread = null;
            }
            text.append(more.text());
            return true;
        }

        @Override
        public CellListener listener() {
            return listener;
        }

        @Override
        public CellEvent event() {
            return new CellEvent.Output(error, text.toString(), thread);
        }
    }
}
