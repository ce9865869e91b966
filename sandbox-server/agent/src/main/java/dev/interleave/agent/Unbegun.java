package dev.interleave.agent;

import java.util.concurrent.Future;

/**
 * Takes the place of what a virtual thread was to run and had not begun when its run was stopped.
 * Whoever waits for the result must not wait for ever.
 */
record Unbegun(Runnable task) implements Runnable {

    @Override
    public void run() {
        if (task instanceof Future<?> future) {
            future.cancel(true);
        }
    }
}
