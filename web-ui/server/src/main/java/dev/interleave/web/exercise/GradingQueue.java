package dev.interleave.web.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Does gradings in the order in which they were asked for, a few at a time, and tells those that
 * wait how many are before them.
 *
 * <p>Threading: any thread may call anything.
 */
final class GradingQueue implements AutoCloseable {

    private static final int LONGEST = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Job> waiting = new ArrayList<>();
    private final ExecutorService workers;
    private boolean closed;

    /**
     * @param atOnce how many gradings go on at the same time
     */
    GradingQueue(int atOnce) {
        this.workers =
                Executors.newFixedThreadPool(
                        atOnce, Thread.ofVirtual().name("grading-", 0).factory());
    }

    /** One grading. */
    interface Job {

        /** It waits until so many others have begun. */
        void waits(int ahead);

        /** Its turn has come; it keeps this thread until it is done. */
        void run();
    }

    /** Queues a grading; false if too many wait, or the server ends. */
    boolean add(Job job) {
        lock.lock();
        try {
            if (closed || waiting.size() >= LONGEST) {
                return false;
            }
            waiting.add(job);
            job.waits(waiting.size() - 1);
            workers.execute(() -> begin(job));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Begins no more; those that go on are left to their jails' end. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
        workers.shutdownNow();
    }

    private void begin(Job job) {
        if (leave(job)) {
            job.run();
        }
    }

    private boolean leave(Job job) {
        lock.lock();
        try {
            var place = waiting.indexOf(job);
            if (place < 0) {
                return false;
            }
            waiting.remove(place);
            for (var i = place; i < waiting.size(); i++) {
                waiting.get(i).waits(i);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
