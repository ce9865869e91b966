package dev.interleave.agent;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Sets the standard streams. They are made anew for each run because the one before may have closed
 * them, put others in their place, or left one locked.
 */
final class Streams {

    private final CapturedStream out;
    private final CapturedStream error;
    private final CellInput in;

    Streams(Runs runs, Tracer tracer, CellInput in) {
        this.out = new CapturedStream(runs, tracer, false);
        this.error = new CapturedStream(runs, tracer, true);
        this.in = in;
    }

    void set() {
        in.clear();
        System.setIn(in);
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(error, true, StandardCharsets.UTF_8));
    }
}
