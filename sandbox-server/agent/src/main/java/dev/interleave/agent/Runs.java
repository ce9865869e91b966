package dev.interleave.agent;

import java.util.Map;

/**
 * The runs of the session, and which thread belongs to which: to the run that was under way when it
 * was started.
 *
 * <p>A thread inherits the run of the one that makes it. Two kinds need more than that. A thread
 * may be made in one run and started in a later one: it belongs to the run under way when it is
 * seen first, and to the same one as long as it lives. And a thread may inherit nothing, such as a
 * worker of the common pool: it belongs to the run under way.
 *
 * <p>Threading: any thread may ask; the reader begins runs, the reaper ends them.
 */
final class Runs {

    private final Inheritance inheritance = new Inheritance();
    private final AgentLimits limits;
    private final Sender sender;
    private volatile Run current;
    private volatile Run[] live;
    private volatile Map<Long, Run> left = Map.of();

    Runs(AgentLimits limits, Sender sender) {
        this.limits = limits;
        this.sender = sender;
        this.current = new Run(0, limits, sender);
        this.live = new Run[] {current};
    }

    /** Makes a run the one that is under way. */
    synchronized Run begin(long number) {
        Run run = new Run(number, limits, sender);
        Run[] runs = live;
        Run[] more = new Run[runs.length + 1];
        System.arraycopy(runs, 0, more, 0, runs.length);
        more[runs.length] = run;
        live = more;
        current = run;
        return run;
    }

    /** The run under way, or the last one. */
    Run current() {
        return current;
    }

    /** The run under way and those that have left something behind, oldest first. */
    Run[] live() {
        return live;
    }

    /** A run that is known under this number, or null. */
    Run find(long number) {
        for (Run run : live) {
            if (run.number() == number) {
                return run;
            }
        }
        return null;
    }

    /** Lets the calling thread, and those that it makes, belong to a run. */
    void enter(Run run) {
        inheritance.set(run);
    }

    Run ofCurrentThread() {
        return of(Thread.currentThread(), inheritance.get());
    }

    /** The run of another thread that may run at the same time. */
    Run of(Thread thread) {
        return of(thread, JdkThreads.inherited(thread, inheritance));
    }

    /** Whether another thread has inherited a run, whichever it was. */
    boolean inheritedBy(Thread thread) {
        return JdkThreads.inherited(thread, inheritance) != null;
    }

    private Run of(Thread thread, Run inherited) {
        if (inherited != null && (!inherited.isEnded() || inherited.madeAfterEnd(thread))) {
            return inherited;
        }
        Run leftBy = left.get(thread.threadId());
        return leftBy == null ? current : leftBy;
    }

    /**
     * Forgets runs that have nothing left.
     *
     * @param threads the live threads of the learner's by their ids, with their runs
     */
    synchronized void keep(Map<Long, Run> threads) {
        left = threads;
        Run now = current;
        int count = 0;
        Run[] kept = new Run[live.length];
        for (Run run : live) {
            if (run == now || threads.containsValue(run)) {
                kept[count++] = run;
            }
        }
        Run[] exact = new Run[count];
        System.arraycopy(kept, 0, exact, 0, count);
        live = exact;
    }

    private final class Inheritance extends InheritableThreadLocal<Run> {

        /** Called in the thread that makes another one; a run that is stopped makes no more. */
        @Override
        protected Run childValue(Run inherited) {
            Run run = ofCurrentThread();
            if (run.isStopped()) {
                throw StopSignal.INSTANCE;
            }
            return run;
        }
    }
}
