package dev.interleave.explore.schedule;

import dev.interleave.explore.result.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs the virtual threads of one run one at a time on the thread that calls {@link #run}, in an
 * order that a strategy chooses.
 *
 * <pre>
 *   woven code ──point──► strategy ──► yield ─┐
 *   park, sleep, end ─────────────────────────┤
 *                                             ▼
 *              run: choose a ready thread ─► its continuation
 *              nobody ready: let virtual time pass, or the run is over
 * </pre>
 *
 * <p>Threading: apart from {@link #execute}, used by the one thread that has the turn.
 */
public final class Scheduler implements Executor {

    private static final long STEP_NANOS = 20;

    /** Computing takes time, too; that it did not would give the explorer away. */
    private static final long LOOP_NANOS = 1;

    private static final long NATIVE_WAIT_NANOS = 10_000_000_000L;
    private static final Comparator<ControlledThread> READY_ORDER =
            Comparator.<ControlledThread>comparingInt(thread -> thread.yielded ? 1 : 0)
                    .thenComparingInt(ControlledThread::id);

    private final Strategy strategy;
    private final RunLimits limits;
    private final Stalls stalls;
    private final Observer observer;
    private final Environment environment;
    private final Timers timers = new Timers();
    private final List<ControlledThread> threads = new ArrayList<>();
    private final List<ControlledThread> ready = new ArrayList<>();
    private final Map<Runnable, ControlledThread> byContinuation = new IdentityHashMap<>();
    private final Map<Thread, ControlledThread> byThread = new IdentityHashMap<>();
    private final Queue<Runnable> foreign = new ConcurrentLinkedQueue<>();

    private Thread carrier;
    private volatile ControlledThread running;
    private volatile String uncontrolled;
    private ControlledThread chosen;
    private boolean stuck;
    private int last = -1;
    private Finding finding;
    private int rotations;
    private long deadline = Long.MAX_VALUE;

    public Scheduler(
            Strategy strategy, RunLimits limits, Observer observer, Environment environment) {
        this.strategy = strategy;
        this.limits = limits;
        this.stalls = new Stalls(limits);
        this.observer = observer;
        this.environment = environment;
    }

    /**
     * Runs {@code main} as the first thread, and all that it starts. The caller must be a platform
     * thread.
     */
    public Ending run(String name, Runnable main) {
        carrier = Thread.currentThread();
        start(name, main);
        while (finding == null && uncontrolled == null) {
            if (stuck) return stuckEnding();
            if (ready.isEmpty()) {
                var ending = nobodyReady();
                if (ending != null) return ending;
            } else {
                turn();
            }
        }
        return uncontrolled != null ? Ending.UNCONTROLLED : Ending.FOUND;
    }

    /** Starts one more thread of the run. */
    public void start(String name, Runnable task) {
        VirtualThreads.unstarted(this, name, task).start();
    }

    private void turn() {
        var next = chosen != null && ready.contains(chosen) ? chosen : chooseNext();
        chosen = null;
        if (finding != null) return;
        ready.remove(next);
        next.yielded = false;
        running = next;
        last = next.id();
        next.continuation().run();
        running = null;
        if (next.thread().getState() == Thread.State.TERMINATED) {
            next.ended = true;
            stalls.progress();
            observer.ended(next);
        } else if (!ready.contains(next)) {
            next.begin();
            if (next.initializers > 0 && finding == null) finding = Stalls.pinned(next);
            observer.step(Step.Kind.BLOCK, next, next.site);
        }
    }

    private Ending nobodyReady() {
        if (admitForeign()) return null;
        if (!timers.isEmpty() && timers.first().at() <= deadline()) {
            fire(timers.first());
            return null;
        }
        if (threads.stream().allMatch(ControlledThread::ended)) return Ending.COMPLETED;
        if (awaitNativeMonitor()) return null;
        return stuckEnding();
    }

    private Ending stuckEnding() {
        return threads.getFirst().ended() ? Ending.LEFT_BEHIND : Ending.STUCK;
    }

    private long deadline() {
        if (deadline == Long.MAX_VALUE && threads.getFirst().ended())
            deadline = timers.now() + limits.graceNanos();
        return deadline;
    }

    private ControlledThread chooseNext() {
        while (true) {
            ready.sort(READY_ORDER);
            var options = ready.size() + environment.options();
            if (options == 1) return ready.getFirst();
            var choice = strategy.choose(Choice.NEXT, options, ready.size(), this);
            if (choice < ready.size()) return ready.get(choice);
            environment.act(choice - ready.size());
            if (finding != null) return null;
        }
    }

    /**
     * A place where the running thread may lose its turn.
     *
     * @param site where and what, see {@link Sites}
     */
    public void point(String site) {
        var thread = running;
        thread.site = site;
        timers.advance(STEP_NANOS);
        stopIfOver();
        foundUnlessNull(stalls.step(thread, ready.isEmpty()));
        offerTurn(thread);
        // Only now does it happen what the site says.
        observer.step(Step.Kind.RUN, thread, site);
    }

    private void offerTurn(ControlledThread thread) {
        if (thread.unpreemptible > 0 || thread.initializers > 0) return;
        if (stalls.isLong(thread) && !ready.isEmpty()) {
            lostTurn(thread);
            rotate();
            return;
        }
        offerPreemption(thread);
    }

    private void offerPreemption(ControlledThread thread) {
        while (true) {
            ready.sort(READY_ORDER);
            var options = 1 + ready.size() + environment.options();
            if (options == 1) return;
            var choice = strategy.choose(Choice.PREEMPT, options, 1 + ready.size(), this);
            if (choice == 0) return;
            if (choice <= ready.size()) {
                switchTo(ready.get(choice - 1));
                return;
            }
            environment.act(choice - 1 - ready.size());
            stopIfOver();
        }
    }

    /** The running thread asks for a choice among {@code options} values. */
    public int choose(Choice choice, int options) {
        return options == 1
                ? 0
                : strategy.choose(choice, options, choice == Choice.SPURIOUS ? 1 : options, this);
    }

    /** The running thread gives its turn to the next one, if there is one. */
    public void rotate() {
        if (ready.isEmpty() || running.unpreemptible > 0 || running.initializers > 0) return;
        ready.sort(READY_ORDER);
        switchTo(ready.get(rotations++ % ready.size()));
    }

    private void switchTo(ControlledThread next) {
        var thread = running;
        chosen = next;
        thread.preempted = true;
        Thread.yield();
        thread.preempted = false;
        stopIfOver();
    }

    /** A backward branch: a loop without any scheduling point must still come to an end. */
    public void loop() {
        var thread = running;
        timers.advance(LOOP_NANOS);
        foundUnlessNull(stalls.loop(thread));
        var mayLoseTurn = thread.unpreemptible == 0 && thread.initializers == 0;
        if (stalls.isLongLoop() && mayLoseTurn) rotate();
    }

    private void lostTurn(ControlledThread thread) {
        foundUnlessNull(stalls.lostTurn(thread));
    }

    private void foundUnlessNull(Finding found) {
        if (found != null) found(found);
    }

    /** The running thread changed something that others can see. */
    public void changed() {
        stalls.changed(running);
    }

    /** Lets a time-out come now, although somebody could run; called by the environment. */
    public void fireEarly(Timer timer) {
        fire(timer);
    }

    private void fire(Timer timer) {
        var before = List.copyOf(ready);
        timers.fire(timer);
        observer.step(Step.Kind.TIME, null, "");
        for (var thread : ready) {
            if (before.contains(thread)) continue;
            var polling = stalls.timer(thread);
            if (polling == null) continue;
            // A loop inside the JDK, such as that of ExecutorService.close, only waits for ever.
            if (thread.points == thread.pointsAtWake) stuck = true;
            else if (finding == null) finding = polling;
        }
    }

    /** A virtual thread became runnable. Any thread may call it. */
    @Override
    public void execute(Runnable continuation) {
        var caller = Thread.currentThread();
        var turn = running;
        if (caller == carrier || turn != null && caller == turn.thread()) admit(continuation);
        else foreign.add(continuation);
    }

    private void admit(Runnable continuation) {
        var by = running;
        var thread = byContinuation.get(continuation);
        if (thread == null) {
            thread =
                    new ControlledThread(
                            threads.size(), VirtualThreads.of(continuation), continuation, by);
            threads.add(thread);
            byContinuation.put(continuation, thread);
            byThread.put(thread.thread(), thread);
            observer.started(thread, by);
        } else if (thread == by) {
            thread.yielded = !thread.preempted;
        } else {
            stalls.progress();
            observer.woken(thread, by);
        }
        if (!ready.contains(thread)) ready.add(thread);
    }

    /**
     * Native monitors (inside the JDK) hand over on a thread of the JVM, at a time that is not ours
     * to choose.
     */
    private boolean admitForeign() {
        var any = false;
        for (Runnable next; (next = foreign.poll()) != null; any = true) admit(next);
        return any;
    }

    private boolean awaitNativeMonitor() {
        if (threads.stream()
                .noneMatch(t -> !t.ended && t.thread().getState() == Thread.State.BLOCKED))
            return false;
        var end = System.nanoTime() + NATIVE_WAIT_NANOS;
        while (foreign.isEmpty() && System.nanoTime() < end) LockSupport.parkNanos(100_000);
        return !foreign.isEmpty();
    }

    /** The running thread is about to block its carrier; it does not return. */
    public void pinned() {
        found(Stalls.pinned(running));
    }

    /** The running thread found a fault; it does not return. */
    public void found(Finding found) {
        if (finding == null) finding = found;
        stopIfOver();
    }

    /** The first fault of the run, or null. */
    public Finding finding() {
        return finding;
    }

    /** Something ran where it cannot be controlled. Any thread may call it. */
    public void uncontrolled(String reason) {
        if (uncontrolled == null) uncontrolled = reason;
    }

    public String uncontrolled() {
        return uncontrolled;
    }

    /**
     * When the run is over, the running thread never goes on: it is left to the garbage collector.
     */
    public void stopIfOver() {
        if (finding == null && uncontrolled == null) return;
        if (running.pinned()) throw new RunOver();
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }

    public Timers timers() {
        return timers;
    }

    public int steps() {
        return stalls.steps();
    }

    /** The number of the thread that had the last turn; -1 before the first. */
    public int lastRunning() {
        return last;
    }

    /** The thread that has the turn; null between turns. */
    public ControlledThread running() {
        return running;
    }

    /**
     * The controlled thread that the caller is, or null if the caller is none of this run or has
     * not the turn.
     */
    public ControlledThread self() {
        var turn = running;
        return turn != null && turn.thread() == Thread.currentThread() ? turn : null;
    }

    /** Whether the caller is the platform thread that all threads of the run take turns on. */
    public boolean isCarrier() {
        return Thread.currentThread() == carrier;
    }

    ControlledThread ready(int index) {
        return ready.get(index);
    }

    public boolean isReady(ControlledThread thread) {
        return ready.contains(thread);
    }

    /** Every thread of the run, in the order in which they were started. */
    public List<ControlledThread> threads() {
        return threads;
    }

    /** The controlled thread of a thread, or null. */
    public ControlledThread of(Thread thread) {
        return byThread.get(thread);
    }
}
