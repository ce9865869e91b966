package dev.interleave.compiler;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks one at a time, in order, each when it is its turn among those of all queues; takes a
 * thread only while there are any.
 *
 * <p>Threading: any thread may add.
 */
final class SerialQueue {

    private final Executor threads;
    private final Turns turns;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean running;

    SerialQueue(Executor threads, Turns turns) {
        this.threads = threads;
        this.turns = turns;
    }

    synchronized void add(Runnable task) {
        tasks.add(task);
        if (!running) {
            running = true;
            threads.execute(this::drain);
        }
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            turns.take(task);
        }
    }

    private synchronized Runnable next() {
        Runnable task = tasks.poll();
        running = task != null;
        return task;
    }
}
