package dev.interleave.web.handin;

import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.Grader.Tests;
import dev.interleave.sandbox.result.GradeAnswer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grades what waits, a few at a time, in the order in which it was handed in. What is under way
 * when the server ends, however it ends, is graded by the next one.
 *
 * <p>Threading: any thread may call anything.
 */
public final class GradingWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GradingWorkers.class);
    private static final String BROKEN = "Something went wrong in the server; its log says what.";

    private final HandIns handIns;
    private final Grader grader;
    private final int atOnce;
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("grading-hand-in-", 0).factory());

    // One for each hand-in that waits, and at times some more: then a worker looks in vain.
    private final Semaphore waiting = new Semaphore(0);
    private volatile boolean closed;

    /**
     * @param atOnce how many gradings go on at the same time
     */
    public GradingWorkers(HandIns handIns, Grader grader, int atOnce) {
        this.handIns = handIns;
        this.grader = grader;
        this.atOnce = atOnce;
    }

    /** Begins, with what the last server left. */
    public void start() {
        handIns.requeueUnfinished();
        for (var i = 0; i < atOnce; i++) {
            workers.execute(this::work);
        }
    }

    /** Says that something was handed in. */
    void wake() {
        waiting.release();
    }

    @Override
    public void close() {
        closed = true;
        workers.shutdownNow();
    }

    private void work() {
        try {
            while (!closed) {
                var next = next();
                if (next.isPresent()) {
                    grade(next.get());
                } else {
                    waiting.acquire();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("The server ends");
        }
    }

    private Optional<HandIn> next() {
        try {
            return handIns.next();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("Could not look for what is to be graded", e);
            }
            return Optional.empty();
        }
    }

    private void grade(HandIn handIn) {
        try {
            var answer = grader.grade(handIn.key().exercise(), handIn.files(), Tests.ALL);
            if (closed) {
                return;
            }
            switch (answer) {
                case GradeAnswer.Graded(var grade) -> handIns.done(handIn, grade);
                case GradeAnswer.Impossible(var reason) -> handIns.impossible(handIn, reason);
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("Could not grade {}", handIn.key(), e);
                handIns.impossible(handIn, BROKEN);
            }
        }
    }
}
