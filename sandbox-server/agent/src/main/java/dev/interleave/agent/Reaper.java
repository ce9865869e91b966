package dev.interleave.agent;

import dev.interleave.wire.FromSession;
import dev.interleave.wire.OwnTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Ends what runs leave behind or have to be stopped, and tells what is left.
 *
 * <p>Threading: any thread of the agent's may ask; requests are served one after another, so that
 * the end of a run comes after its stop.
 */
final class Reaper extends AgentThread {

    /** That a run is over, or that the threads up to it are to be ended. */
    private record Request(boolean endThreads, long run) {}

    private final ArrayDeque<Request> requests = new ArrayDeque<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Runs runs;
    private final CellLoop cells;
    private final LearnerClasses classes;
    private final Tracer tracer;
    private final Sender sender;
    private final LearnerThreads threads;
    private final Stopper stopper;
    private final Strikes strikes = new Strikes(this);

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
            Tracer tracer,
            Sender sender,
            MemoryReserve reserve) {
        super("reaper", reserve);
        this.runs = runs;
        this.cells = cells;
        this.classes = classes;
        this.tracer = tracer;
        this.sender = sender;
        this.threads = new LearnerThreads(runs, cells);
        this.stopper = new Stopper(limits, threads, cells, strikes);
    }

    /** Waits until a run can be stopped without delay. */
    void awaitReady() {
        boolean isReady = false;
        while (!isReady) {
            try {
                ready.await();
                isReady = true;
            } catch (InterruptedException e) {
                // Nobody interrupts a thread of the agent's.
            }
        }
    }

    /** Ends the invocation of a run, and everything that the run has started. Takes no memory. */
    void stop(Run run) {
        run.wantStop();
        synchronized (requests) {
            requests.notify();
        }
    }

    /** Ends everything that the runs up to this one have started. */
    void endThreads(long run) {
        add(new Request(true, run));
    }

    /** Reports what a run that is over has left behind. */
    void endRun(long run) {
        add(new Request(false, run));
    }

    private void add(Request request) {
        synchronized (requests) {
            requests.add(request);
            requests.notify();
        }
    }

    /** Takes aim at a thread, or at none. */
    void aim(Thread thread) {
        target = thread;
    }

    @Override
    void work() throws Throwable {
        prepare();
        ready.countDown();
        while (true) {
            Request request = next();
            stopAll();
            if (request != null) {
                serve(request);
                remove();
            }
        }
    }

    /**
     * Goes once through what is done later, so that everything is loaded and linked: it is quick
     * then, and possible when there is no memory left.
     */
    private void prepare() throws Throwable {
        strikes.prepare();
        Exit.prepare();
        LimitErrors.limit(new OutOfMemoryError());
        Invocation.describe(new OutOfMemoryError());
        JdkThreads.replaceTask(Thread.ofVirtual().unstarted(() -> {}), Unbegun::new);
        OwnTime.ofThisProcess().nanos();
        threads.byId();
    }

    /** Waits for something to do; a stop is left in its run and is no request. */
    private Request next() throws InterruptedException {
        synchronized (requests) {
            while (requests.isEmpty() && runToStop() == null) {
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

    private void serve(Request request) throws Throwable {
        if (request.endThreads) {
            endThreadsNow(request.run);
        } else {
            endRunNow(request.run);
        }
    }

    private Run runToStop() {
        for (Run run : runs.live()) {
            if (run.isStopWanted()) {
                return run;
            }
        }
        return null;
    }

    private void stopAll() throws Throwable {
        Run run = runToStop();
        while (run != null) {
            tracer.end();
            int remaining = stopper.end(List.of(run), invocationOf(run));
            sender.send(new FromSession.StopFinished(run.number(), remaining));
            run.stopServed();
            run = runToStop();
        }
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
        sender.send(new FromSession.ThreadsEnded(number, stopper.end(ended, null)));
    }

    private void endRunNow(long number) {
        tracer.end();
        Run run = runs.find(number);
        if (run == null) {
            sender.send(new FromSession.RunEnded(number, 0, List.of()));
            return;
        }
        List<Thread> left = threads.of(run::equals);
        Map<Long, Run> all = threads.byId();
        runs.keep(all);
        run.end(new Thread(null, null, "", 0, false).threadId());
        classes.forgetDefined();
        sender.sendAtEnd(
                new FromSession.RunEnded(number, left.size(), LearnerThreads.describe(left)), run);
    }
}
