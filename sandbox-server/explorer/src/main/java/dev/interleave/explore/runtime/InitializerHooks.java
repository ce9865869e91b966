package dev.interleave.explore.runtime;

/** What woven code calls to initialize a class again in each run. */
public final class InitializerHooks {

    private InitializerHooks() {}

    /** The number of the present run; -1 outside of one. */
    public static long run() {
        var execution = Execution.here();
        return execution == null ? -1 : execution.number();
    }

    /** Whether a class that was initialized in the run {@code seen} must be initialized now. */
    public static boolean needed(long seen, String className) {
        var execution = Execution.here();
        if (execution == null) return seen == 0;
        if (seen != execution.number()) return true;
        execution
                .order()
                .acquire(
                        execution.scheduler().running().id(), execution.statics().clock(className));
        return false;
    }

    /** What an initializer wrote comes before everything that uses its class. */
    public static void done(String className) {
        var execution = Execution.here();
        if (execution == null) return;
        execution
                .order()
                .release(
                        execution.scheduler().running().id(), execution.statics().clock(className));
    }

    /** What Java throws when an initializer throws. */
    public static Error failed(Throwable thrown) {
        return thrown instanceof Error error ? error : new ExceptionInInitializerError(thrown);
    }
}
