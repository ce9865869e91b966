package dev.interleave.agent;

import dev.interleave.wire.FromSession.Limit;

/**
 * What happens when an exception ends a thread of the learner's: the same as in any JVM, but that a
 * thread which was stopped ends silently and a limit is noticed.
 */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {

    private final Runs runs;

    UncaughtExceptions(Runs runs) {
        this.runs = runs;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown == StopSignal.INSTANCE) {
            return;
        }
        Limit limit = LimitErrors.limit(thrown);
        if (limit != null) {
            runs.ofCurrentThread().overLimit(limit);
        }
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        thrown.printStackTrace(System.err);
    }
}
