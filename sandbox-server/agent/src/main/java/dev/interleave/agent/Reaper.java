package dev.interleave.agent;

import dev.interleave.wire.FromSession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ends what runs leave behind or have to be stopped, and tells what is left.
 *
 * <p>Threading: any thread of the agent's may ask; requests are served one after another, so that
 * the end of a run comes after its stop.
 */
final class Reaper extends AgentThread {

    private enum Kind {
        STOP,
        END_THREADS,
        END_RUN
    }

    private record Request(Kind kind, long run) {}

    private final ArrayDeque<Request> requests = new ArrayDeque<>();
    private final AgentLimits limits;
    private final Runs runs;
    private final CellLoop cells;
    private final LearnerClasses classes;
    private final Sender sender;
    private final LearnerThreads threads;
    private final Stopper stopper;
    private Jvmti jvmti;

    /** Read by {@link Jvmti} by its name: what to strike. */
    @SuppressWarnings("unused")
    private volatile Thread target;

    /** Read by {@link Jvmti} by its name: what to strike with. */
    @SuppressWarnings("unused")
    private final Throwable signal = StopSignal.INSTANCE;

    Reaper(
            AgentLimits limits,
            Runs runs,
            CellLoop cells,
            LearnerClasses classes,
            Sender sender,
            MemoryReserve reserve) {
        super("reaper", reserve);
        this.limits = limits;
        this.runs = runs;
        this.cells = cells;
        this.classes = classes;
        this.sender = sender;
        this.threads = new LearnerThreads(runs, cells);
        this.stopper = new Stopper(limits, threads, cells, this);
    }

    /** Ends the invocation of a run, and everything that the run has started. */
    void stop(long run) {
        add(new Request(Kind.STOP, run));
    }

    /** Ends everything that the runs up to this one have started. */
    void endThreads(long run) {
        add(new Request(Kind.END_THREADS, run));
    }

    /** Reports what a run that is over has left behind. */
    void endRun(long run) {
        add(new Request(Kind.END_RUN, run));
    }

    private void add(Request request) {
        synchronized (requests) {
            requests.add(request);
            requests.notify();
        }
    }

    /** Takes aim at a thread. */
    void aim(Thread thread) {
        target = thread;
    }

    Jvmti jvmti() {
        return jvmti;
    }

    @Override
    void work() throws Throwable {
        if (jvmti == null) {
            jvmti = new Jvmti();
        }
        while (true) {
            Request request = next();
            switch (request.kind) {
                case STOP -> stopNow(request.run);
                case END_THREADS -> endThreadsNow(request.run);
                case END_RUN -> endRunNow(request.run);
            }
            remove();
        }
    }

    private Request next() throws InterruptedException {
        synchronized (requests) {
            while (requests.isEmpty()) {
                requests.wait();
            }
            return requests.peek();
        }
    }

    private void remove() {
        synchronized (requests) {
            requests.remove();
        }
    }

    private void stopNow(long number) throws Throwable {
        Run run = runs.find(number);
        int remaining = run == null ? 0 : end(List.of(run), invocationOf(run));
        sender.send(new FromSession.StopFinished(number, remaining));
    }

    private Invocation invocationOf(Run run) {
        Invocation invocation = cells.current();
        return invocation != null && invocation.run() == run ? invocation : null;
    }

    private void endThreadsNow(long number) throws Throwable {
        List<Run> ended = new ArrayList<>();
        for (Run run : runs.live()) {
            if (run.number() <= number) {
                ended.add(run);
            }
        }
        sender.send(new FromSession.ThreadsEnded(number, end(ended, null)));
    }

    private int end(List<Run> ended, Invocation invocation) throws Throwable {
        try {
            return stopper.end(new Stopper.Target(ended, invocation));
        } finally {
            target = null;
        }
    }

    private void endRunNow(long number) {
        Run run = runs.find(number);
        if (run == null) {
            sender.send(new FromSession.RunEnded(number, 0, List.of()));
            return;
        }
        List<Thread> left = threads.of(run::equals);
        Map<Long, Run> all = threads.byId();
        runs.keep(all);
        run.end(Thread.ofVirtual().unstarted(() -> {}).threadId());
        classes.forgetDefined();
        sender.sendAtEnd(
                new FromSession.RunEnded(number, left.size(), LearnerThreads.describe(left)), run);
    }
}
