package dev.interleave.cli.grade;

import java.io.PrintWriter;

/**
 * How far a long job is, on one line of a terminal; nothing where nobody watches.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter out;
    private final boolean visible;
    private final int all;
    private int done;

    /**
     * @param visible whether {@code out} is a terminal
     */
    public ProgressBar(PrintWriter out, boolean visible, int all) {
        this.out = out;
        this.visible = visible && all > 1;
        this.all = all;
        show();
    }

    /** Runs something that prints lines, with the bar out of its way. */
    public synchronized void beside(Runnable printing) {
        clear();
        printing.run();
        show();
    }

    public synchronized void step() {
        done++;
        show();
    }

    private void show() {
        if (visible) {
            int filled = WIDTH * done / all;
            out.print(
                    CLEAR
                            + "["
                            + "#".repeat(filled)
                            + "-".repeat(WIDTH - filled)
                            + "] "
                            + done
                            + " of "
                            + all);
            out.flush();
        }
    }

    private void clear() {
        if (visible) {
            out.print(CLEAR);
            out.flush();
        }
    }

    @Override
    public synchronized void close() {
        clear();
    }
}
