package dev.interleave.web.regrade;

import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.Grader.Tests;
import dev.interleave.sandbox.result.GradeAnswer;
import dev.interleave.web.regrade.Regradings.Job;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grades again in the background, beside what is handed in meanwhile. What the end of the server
 * interrupts is taken up by the next one.
 *
 * <p>Threading: any thread may call anything.
 */
public final class RegradeWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegradeWorkers.class);
    private static final String BROKEN = "Something went wrong in the server; its log says what.";

    private final Regradings regradings;
    private final Grader grader;
    private final int atOnce;
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("regrading-", 0).factory());
    private final Semaphore begun = new Semaphore(0);
    private volatile boolean closed;

    /**
     * @param atOnce how many gradings go on at the same time
     */
    public RegradeWorkers(Regradings regradings, Grader grader, int atOnce) {
        this.regradings = regradings;
        this.grader = grader;
        this.atOnce = atOnce;
    }

    /** Begins, with what the last server left. */
    public void start() {
        regradings.requeueUnfinished();
        for (var i = 0; i < atOnce; i++) {
            workers.execute(this::work);
        }
    }

    /** Says that a regrading was begun. */
    void wake() {
        begun.release(atOnce);
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
                    begun.acquire();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("The server ends");
        }
    }

    private Optional<Job> next() {
        try {
            return regradings.next();
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("Could not look for what is to be graded again", e);
            }
            return Optional.empty();
        }
    }

    private void grade(Job job) {
        try {
            var answer = grader.grade(job.exercise(), job.files(), Tests.ALL);
            if (closed) {
                return;
            }
            switch (answer) {
                case GradeAnswer.Graded(var grade) -> regradings.done(job, grade);
                case GradeAnswer.Impossible(var reason) -> regradings.impossible(job, reason);
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("Could not grade {} again", job.exercise(), e);
                regradings.impossible(job, BROKEN);
            }
        }
    }
}
