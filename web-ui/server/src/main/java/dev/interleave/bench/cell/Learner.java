package dev.interleave.bench.cell;

import dev.interleave.bench.WrongResult;
import dev.interleave.sandbox.Cell;
import dev.interleave.sandbox.Profile;
import dev.interleave.sandbox.Sandbox;
import dev.interleave.sandbox.Session;
import dev.interleave.sandbox.result.CellEvent;
import java.time.Duration;

/**
 * A session and somebody who runs cells in it and waits for their end.
 *
 * <p>Threading: one thread at a time.
 */
final class Learner implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Session session;

    Learner(Sandbox sandbox) {
        session = sandbox.open(Profile.DEFAULT);
    }

    Session session() {
        return session;
    }

    /** Begins a cell. */
    Running start(String source) {
        return start(new Cell(source, TIMEOUT));
    }

    private Running start(Cell cell) {
        var running = new Running(cell.source());
        session.run(cell, running);
        return running;
    }

    /** Runs a cell to its end, whatever that is. */
    Answer run(String source) throws InterruptedException {
        return start(source).await();
    }

    /**
     * Runs a cell to its good end.
     *
     * @throws WrongResult if it ends otherwise
     */
    Answer runWell(String source) throws InterruptedException, WrongResult {
        return well(start(source));
    }

    /**
     * The same while what its threads do is recorded.
     *
     * @throws WrongResult if it ends otherwise
     */
    Answer runTraced(String source) throws InterruptedException, WrongResult {
        return well(start(new Cell(source, TIMEOUT, true)));
    }

    private static Answer well(Running running) throws InterruptedException, WrongResult {
        var answer = running.await();
        if (answer.done().status() != CellEvent.Status.OK) {
            throw new WrongResult("\"" + running.source() + "\" ended with " + answer.done());
        }
        return answer;
    }

    /**
     * Runs a cell that has this value.
     *
     * @throws WrongResult if it has not
     */
    Answer expect(String value, String source) throws InterruptedException, WrongResult {
        var answer = runWell(source);
        if (!value.equals(answer.value())) {
            throw new WrongResult(
                    "\"%s\" is %s and not %s; %s"
                            .formatted(source, answer.value(), value, answer.done().message()));
        }
        return answer;
    }

    @Override
    public void close() {
        session.close();
    }
}
