package dev.interleave.sandbox.check;

import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the cells of a lesson as a reader does, from top to bottom in one session of its profile.
 */
public final class CellCheck {

    /** How much longer than its author thought a cell may take: the machine may be busy. */
    private static final int PATIENCE = 3;

    private final Sandbox sandbox;

    public CellCheck(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** What is not as the lesson says; empty if all is. */
    public List<String> run(List<StatedCell> cells) {
        if (cells.isEmpty()) {
            return List.of();
        }
        String profile = cells.getFirst().profile();
        return Profile.named(profile)
                .map(known -> run(cells, known))
                .orElseGet(() -> List.of("There is no profile \"" + profile + "\"."));
    }

    private List<String> run(List<StatedCell> cells, Profile profile) {
        List<String> problems = new ArrayList<>();
        try (Session session = sandbox.open(profile)) {
            cells.forEach(cell -> problems.addAll(run(cell, session)));
        }
        return problems;
    }

    private static List<String> run(StatedCell cell, Session session) {
        Printed printed = new Printed(session::endInput);
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
