package dev.interleave.sandbox.check;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the cells of a lesson as a reader does, from top to bottom in one session. */
public final class CellCheck {

    /** How much longer than its author thought a cell may take: the machine may be busy. */
    private static final int PATIENCE = 3;

    private final Session session;

    public CellCheck(Session session) {
        this.session = session;
    }

    /** What is not as the lesson says; empty if all is. */
    public List<String> run(List<StatedCell> cells) {
        List<String> problems = new ArrayList<>();
        cells.forEach(cell -> problems.addAll(run(cell)));
        return problems;
    }

    private List<String> run(StatedCell cell) {
        Printed printed = new Printed();
        Duration timeout = Duration.ofSeconds((long) cell.timeoutSeconds() * PATIENCE);
        session.run(new Cell(cell.source(), timeout), printed);
        Printed.Run run = printed.await();
        if (run.done().status() != status(cell)) {
            return List.of(
                    "%s ended with %s (%s):\n%s"
                            .formatted(
                                    cell.id(),
                                    run.done().status(),
                                    run.done().message(),
                                    run.text()));
        }
        return cell.expected() == null || cell.expected().isMetBy(run.text())
                ? List.of()
                : List.of("%s printed:\n%s".formatted(cell.id(), run.text()));
    }

    private static Status status(StatedCell cell) {
        if (cell.refused()) {
            return Status.COMPILE_ERROR;
        }
        return cell.fails() ? Status.EXCEPTION : Status.OK;
    }
}
