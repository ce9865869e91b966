package dev.interleave.web.grading;

import dev.interleave.sandbox.Grader;
import dev.interleave.sandbox.Grader.Tests;
import dev.interleave.sandbox.result.GradeAnswer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grades what waits in a queue, a few at a time. What is under way when the server ends, however it
 * ends, is graded by the next one. Where the database fails, they try again after a pause.
 *
 * <p>Threading: any thread may call anything.
 *
 * @param <J> what waits
 */
public final class GradingWorkers<J extends JobQueue.Job> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GradingWorkers.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How often a result is tried to be stored: one that cannot be must not stop the others. */
    private static final int TRIES = 10;

    private static final String BROKEN = "Something went wrong in the server; its log says what.";

    private final JobQueue<J> queue;
    private final Grader grader;
    private final int atOnce;
    private final Duration pause;
    private final ExecutorService workers;

    // Each permit is a look into the queue that somebody still owes.
    private final Semaphore looks = new Semaphore(0);
    private volatile boolean closed;

    /**
     * @param name of their threads
     * @param atOnce how many gradings go on at the same time
     */
    public GradingWorkers(String name, JobQueue<J> queue, Grader grader, int atOnce) {
        this(name, queue, grader, atOnce, PAUSE);
    }

    GradingWorkers(String name, JobQueue<J> queue, Grader grader, int atOnce, Duration pause) {
        this.queue = queue;
        this.grader = grader;
        this.atOnce = atOnce;
        this.pause = pause;
        this.workers =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /** Begins, with what the last server left. */
    public void start() {
        queue.requeueUnfinished();
        for (var i = 0; i < atOnce; i++) {
            workers.execute(this::work);
        }
    }

    /** Says that something waits. */
    public void wake() {
        if (looks.availablePermits() < atOnce) {
            looks.release(atOnce);
        }
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
                    looks.acquire();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("The server ends");
        }
    }

    /** Waits where the database cannot be asked, until it can. */
    private Optional<J> next() throws InterruptedException {
        while (!closed) {
            try {
                return queue.next();
            } catch (RuntimeException e) {
                fail("Could not look for what is to be graded; trying again", e);
            }
            looks.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
        return Optional.empty();
    }

    private void grade(J job) throws InterruptedException {
        var answer = answer(job);
        for (var tries = 0; tries < TRIES && !closed; tries++) {
            try {
                store(job, answer);
                return;
            } catch (RuntimeException e) {
                fail("Could not store what grading %s gave".formatted(job.exercise()), e);
            }
            Thread.sleep(pause);
        }
    }

    private GradeAnswer answer(J job) {
        try {
            return grader.grade(job.exercise(), job.files(), Tests.ALL);
        } catch (RuntimeException e) {
            fail("Could not grade %s".formatted(job.exercise()), e);
            return new GradeAnswer.Impossible(BROKEN);
        }
    }

    private void store(J job, GradeAnswer answer) {
        switch (answer) {
            case GradeAnswer.Graded(var grade) -> queue.done(job, grade);
            case GradeAnswer.Impossible(var reason) -> queue.impossible(job, reason);
        }
    }

    private void fail(String what, RuntimeException e) {
        if (!closed) {
            LOG.error(what, e);
        }
    }
}
