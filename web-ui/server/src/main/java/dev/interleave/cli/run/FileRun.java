package dev.interleave.cli.run;

import dev.interleave.cli.run.Report.CellPlace;
import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.SampleEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Runs the cells of a file in one fresh session, and reports what they tell. Exactly one {@link
 * CellEvent.Done} is reported for each cell, whatever happens to the session.
 *
 * <pre>
 * session's thread ──add──► events ──poll──► this thread ──► Report
 * </pre>
 *
 * <p>The queue between keeps the session from waiting for a slow terminal.
 */
public final class FileRun {

    /** The sandbox ends every cell by itself; this is for the case that it does not. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** The same for a cell that waits for what somebody types. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Report report;
    private final Profile profile;
    private final Duration timeout;
    private final boolean trace;
    private final BufferedReader input;

    /**
     * @param profile what the cells may use
     * @param timeout for each cell
     * @param trace whether what threads do is recorded and reported
     * @param input lines for the cells that read {@code System.in}
     */
    public FileRun(
            Report report, Profile profile, Duration timeout, boolean trace, BufferedReader input) {
        this.report = report;
        this.profile = profile;
        this.timeout = timeout;
        this.trace = trace;
        this.input = input;
    }

    /** Reports that no cell of a file could run. */
    public static void refuse(CellFile file, String reason, Report report) {
        for (var i = 0; i < file.cells().size(); i++) {
            report.event(new CellPlace(file, i), 0, killed(reason));
        }
    }

    /** Runs all cells and returns whether each of them ended well. */
    public boolean run(CellFile file, Sandbox sandbox) throws InterruptedException {
        var begun = System.nanoTime();
        var good = true;
        try (var session = sandbox.open(profile)) {
            for (var i = 0; i < file.cells().size(); i++) {
                good &= run(new CellPlace(file, i), session, begun);
            }
        }
        return good;
    }

    /**
     * Runs all cells but the last one, and that one under many schedules; returns whether the
     * others ended well and it could be run, and a search for a wrong outcome found none.
     */
    public boolean runWithSchedules(CellFile file, Sandbox sandbox, Search search)
            throws InterruptedException {
        var begun = System.nanoTime();
        var good = true;
        var last = file.cells().size() - 1;
        try (var session = sandbox.open(profile)) {
            for (var i = 0; i < last; i++) {
                good &= run(new CellPlace(file, i), session, begun);
            }
            var cell = new CellPlace(file, last);
            return sample(cell, search, session, begun) && good;
        }
    }

    private boolean sample(CellPlace cell, Search search, Session session, long begun)
            throws InterruptedException {
        var began = System.nanoTime();
        var events = new LinkedBlockingQueue<SampleEvent>();
        var sampling = session.sample(search.of(cell.source()), events::add);
        while (true) {
            switch (events.take()) {
                case SampleEvent.Counted now when search.isEnough(now) -> sampling.stop();
                case SampleEvent.Counted _ -> {}
                case SampleEvent.Ended end -> {
                    report.schedules(cell, millisSince(begun), end);
                    var done = SampleEnd.of(end, Math.round(millisSince(began)));
                    report.event(cell, millisSince(begun), done);
                    return done.status() == CellEvent.Status.OK && !search.isEnough(end.counted());
                }
            }
        }
    }

    private boolean run(CellPlace cell, Session session, long begun) throws InterruptedException {
        var events = new LinkedBlockingQueue<CellEvent>();
        session.run(new Cell(cell.source(), timeout, trace), events::add);
        var patience = timeout.plus(GRACE);
        while (true) {
            var next = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            var event = next != null ? next : killed("The sandbox does not answer any more.");
            report.event(cell, millisSince(begun), event);
            switch (event) {
                case CellEvent.Done done -> {
                    return done.status() == CellEvent.Status.OK;
                }
                case CellEvent.WantsInput _ -> {
                    patience = LONGEST_WAIT;
                    Thread.startVirtualThread(() -> give(session));
                }
                default -> {}
            }
        }
    }

    private static CellEvent.Done killed(String message) {
        return new CellEvent.Done(CellEvent.Status.KILLED, null, message, 0);
    }

    private void give(Session session) {
        var line = nextLine();
        if (line != null) {
            session.input(line + "\n");
        } else {
            session.endInput();
        }
    }

    /** Null at the end of the input, and where it cannot be read. */
    private String nextLine() {
        try {
            return input.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
