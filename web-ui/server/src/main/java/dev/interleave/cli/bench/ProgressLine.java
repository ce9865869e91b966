package dev.interleave.cli.bench;

import dev.interleave.bench.Progress;
import java.io.PrintWriter;

/**
 * Tells how far a benchmark has come: on a terminal in one line that is written again and again,
 * elsewhere in a line every now and then.
 *
 * <p>Threading: one thread at a time.
 */
public final class ProgressLine implements Progress {

    private static final long TERMINAL_NANOS = 100_000_000;
    private static final long ELSEWHERE_NANOS = 15_000_000_000L;
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter out;
    private final boolean terminal;
    private long last = System.nanoTime();
    private boolean written;

    public ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void at(String what, long done, long total) {
        var now = System.nanoTime();
        if (now - last > (terminal ? TERMINAL_NANOS : ELSEWHERE_NANOS)) {
            last = now;
            show(what + " " + done + (total > 0 ? " of " + total : ""));
        }
    }

    private void show(String text) {
        if (terminal) {
            written = true;
            out.print(CLEAR + text);
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Makes room for another line. */
    public void clear() {
        if (written) {
            written = false;
            out.print(CLEAR);
            out.flush();
        }
    }
}
