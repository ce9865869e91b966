package dev.interleave.explore.runtime;

/**
 * What woven code calls where the JDK may call it: at the borders of lambdas, run, call and the
 * like.
 */
public final class TaskHooks {

    private TaskHooks() {}

    public static void enter() {
        var execution = Execution.here();
        if (execution == null) return;
        // An endless stream is a loop, too.
        execution.scheduler().loop();
        var thread = execution.scheduler().running();
        var state = execution.calls(thread);
        var call = state.call();
        if (call != null) execution.order().acquire(thread.id(), call.clock());
        else if (state.tasks == 0 && state.worker)
            execution.order().acquire(thread.id(), execution.tasks());
        state.tasks++;
    }

    public static void exit() {
        var execution = Execution.here();
        if (execution == null) return;
        var thread = execution.scheduler().running();
        var state = execution.calls(thread);
        var call = state.call();
        state.tasks--;
        if (call != null) execution.order().release(thread.id(), call.clock());
        else if (state.tasks == 0) execution.order().release(thread.id(), execution.tasks());
    }

    public static void enterInitializer() {
        var execution = Execution.here();
        if (execution != null) execution.scheduler().running().enterInitializer();
    }

    public static void leaveInitializer() {
        var execution = Execution.here();
        if (execution != null) execution.scheduler().running().leaveInitializer();
    }

    /** What follows would use threads that cannot be controlled. */
    public static void uncontrolled(String call) {
        var execution = Execution.here();
        if (execution == null) return;
        execution
                .scheduler()
                .uncontrolled(
                        "%s uses threads of the JVM, whose schedules cannot be explored."
                                .formatted(call));
        execution.scheduler().stopIfOver();
    }

    /** A field keeps an object, so messages can call it by that name. */
    public static void named(Object object, String field) {
        var execution = Execution.here();
        if (execution != null && object != null) execution.shadow(object).name = field;
    }

    /** Where the thread is now. */
    public static void here(String site) {
        var execution = Execution.here();
        if (execution != null) execution.scheduler().running().at(site);
    }

    /** Something is about to be printed, in an order that others can see. */
    public static void prints(String site) {
        var execution = Execution.here();
        if (execution == null || !execution.settings().printPoints()) return;
        execution.scheduler().point(site);
        execution.scheduler().changed();
    }

    /** A backward branch. */
    public static void loop() {
        var execution = Execution.here();
        if (execution != null) execution.scheduler().loop();
    }
}
