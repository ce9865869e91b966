package dev.interleave.explore.runtime;

import dev.interleave.explore.monitor.Monitors;
import dev.interleave.explore.monitor.Waiter;
import dev.interleave.explore.order.HappensBefore;
import dev.interleave.explore.order.SyncClock;
import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.Step;
import dev.interleave.explore.schedule.ControlledThread;
import dev.interleave.explore.schedule.Ending;
import dev.interleave.explore.schedule.Environment;
import dev.interleave.explore.schedule.Finding;
import dev.interleave.explore.schedule.Observer;
import dev.interleave.explore.schedule.Scheduler;
import dev.interleave.explore.schedule.Strategy;
import dev.interleave.explore.schedule.Timer;
import dev.interleave.explore.schedule.Timers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One run of a scenario: its threads, its order, its monitors, its time and its random numbers.
 *
 * <p>Threading: {@link #run} is called by one platform thread of the JVM at a time; all else by the
 * thread of the run that has the turn.
 */
public final class Execution implements Observer, Environment {

    private static long count;

    /** Woven code can find its run only here. */
    private static volatile Execution current;

    private final RunSettings settings;
    private final Scheduler scheduler;
    private final Monitors monitors;
    private final HappensBefore order = new HappensBefore();
    private final Shadows shadows = new Shadows();
    private final Shadow statics = new Shadow(shadows, null);
    private final SyncClock tasks = new SyncClock();
    private final Holds holds = new Holds();
    private final long number = ++count;
    private final Trace trace = new Trace();
    private final Values values = new Values();
    private final List<CallState> callStates = new ArrayList<>();
    private final Map<Thread, Supplier<Finding>> expectations = new LinkedHashMap<>();
    private final Map<Thread, Runnable> tasksOfThreads = new IdentityHashMap<>();
    private final Appearances appearances = new Appearances(this);
    private final Map<Thread, Thread> standIns = new IdentityHashMap<>();
    private final Map<Thread, Thread> shownAs = new IdentityHashMap<>();
    private final SplittableRandom random;
    private Ending ending;

    public Execution(Strategy strategy, RunSettings settings) {
        this.settings = settings;
        this.scheduler = new Scheduler(strategy, settings.limits(), this, this);
        this.monitors = new Monitors(scheduler, settings.spurious());
        this.random = new SplittableRandom(settings.seed());
    }

    /** Runs {@code main} and everything it starts until nothing of it can go on. */
    public Ending run(Runnable main) {
        JdkConnection.connect();
        current = this;
        try {
            ending = scheduler.run("main", main);
            return ending;
        } finally {
            // What still runs in the common pool must not meet the next run.
            if (scheduler.uncontrolled() != null)
                ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS);
            current = null;
        }
    }

    /** The run that the caller belongs to and in which it has the turn; null if there is no run. */
    static Execution here() {
        var execution = current;
        if (execution == null || execution.scheduler.self() != null) return execution;
        if (execution.scheduler.isCarrier()) return null;
        var reason =
                "Code of the submission ran on %s, which cannot be controlled (common pool, parallel stream or timer)."
                        .formatted(Thread.currentThread());
        execution.scheduler.uncontrolled(reason);
        throw new Uncontrolled(reason);
    }

    /** The run on whose behalf the caller acts, or null. */
    static Execution actingFor() {
        var execution = current;
        if (execution == null || execution.scheduler.running() == null) return null;
        return execution.scheduler.self() != null || execution.scheduler.isCarrier()
                ? execution
                : null;
    }

    public RunSettings settings() {
        return settings;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Monitors monitors() {
        return monitors;
    }

    public HappensBefore order() {
        return order;
    }

    /** The number of the thread that had the last turn; -1 before the first. */
    public int lastRunning() {
        return scheduler.lastRunning();
    }

    /** How it ended; null before. */
    public Ending ending() {
        return ending;
    }

    Shadow shadow(Object object) {
        return shadows.of(object);
    }

    /** The shadow of all static fields. */
    Shadow statics() {
        return statics;
    }

    /**
     * What tasks, futures and executors order: everything that was handed over comes before
     * everything taken.
     */
    SyncClock tasks() {
        return tasks;
    }

    CallState calls(ControlledThread thread) {
        return callStates.get(thread.id());
    }

    /** Which run of this JVM it is, from 1. */
    long number() {
        return number;
    }

    Holds holds() {
        return holds;
    }

    Appearances appearances() {
        return appearances;
    }

    /** A thread that the scenario itself starts. */
    public void startsItself(Thread thread) {
        appearances.ofScenario(thread);
    }

    /** Whether the submission made it as a platform thread, though it is a virtual one here. */
    boolean takesPlatformsPlace(Thread thread) {
        return tasksOfThreads.containsKey(thread);
    }

    /** Waits of the scenario that must end, and the fault that it is if one does not. */
    public Map<Thread, Supplier<Finding>> expectations() {
        return expectations;
    }

    /**
     * A thread that lives and holds the permit or read lock that a parked thread waits for; perhaps
     * itself.
     */
    public Optional<ControlledThread> holder(Object blocker) {
        return holds.holder(blocker);
    }

    /** How many of the permits that a semaphore had at first were taken and not given back. */
    public int permitsTaken(Semaphore semaphore) {
        return holds.taken(semaphore);
    }

    /** The locks of {@code java.util.concurrent} that are still held. */
    public List<Object> heldLocks() {
        return shadows.lockedLocks();
    }

    SplittableRandom random() {
        return random;
    }

    public List<Step> trace() {
        return trace.steps();
    }

    /** The field that holds an object, or its class where no field is known. */
    public String nameOf(Object object) {
        if (object instanceof Class<?> type) return type.getSimpleName() + ".class";
        var name = shadows.of(object).name;
        return name != null ? name : object.getClass().getSimpleName();
    }

    /**
     * A virtual thread that stands for a platform thread of the submission, which cannot be
     * controlled itself.
     */
    Thread stand(Thread platform) {
        if (standIns.containsKey(platform)) throw new IllegalThreadStateException();
        var standIn = Thread.ofVirtual().name(platform.getName()).unstarted(platform::run);
        standIns.put(platform, standIn);
        shownAs.put(standIn, platform);
        return standIn;
    }

    /** Remembers what a virtual thread would run that takes a platform thread's place. */
    Thread created(Thread thread, Runnable task) {
        tasksOfThreads.put(thread, task);
        return thread;
    }

    /** Does what run() of a platform thread does: a virtual one's does nothing. */
    void runDirectly(Thread thread) {
        var task = tasksOfThreads.get(thread);
        if (task != null) task.run();
        else thread.run();
    }

    /** The thread that runs for a thread: mostly itself. */
    public Thread real(Thread thread) {
        return standIns.getOrDefault(thread, thread);
    }

    /** The thread that the submission knows. */
    Thread shown(Thread real) {
        return shownAs.getOrDefault(real, real);
    }

    /** What an ended thread did comes before what the running thread does from now on. */
    public void orderAfterEndOf(Thread thread) {
        var controlled = scheduler.of(thread);
        if (controlled != null && controlled.ended())
            order.edge(controlled.id(), scheduler.running().id());
    }

    /** Orders what came before earlier calls with the same object before what follows. */
    public void synchronizeOn(Object object) {
        var thread = scheduler.running().id();
        order.acquire(thread, shadow(object).clock());
        order.release(thread, shadow(object).clock());
    }

    /** What came before an interrupt of the running thread comes before what follows. */
    void orderAfterInterrupt() {
        order.acquire(scheduler.running().id(), shadow(Thread.currentThread()).clock());
    }

    /** The state as Java would tell it: a park for a monitor is BLOCKED. */
    Thread.State stateOf(Thread thread) {
        var controlled = scheduler.of(thread);
        if (controlled != null
                && controlled.blockedOn() instanceof Waiter waiter
                && !waiter.inside()) {
            return Thread.State.BLOCKED;
        }
        return thread.getState();
    }

    /** The last signal of a condition, or null. */
    public Evidence.Signal lastSignal(Object condition) {
        return shadows.of(condition).lastSignal;
    }

    /** The object and the place of the library call that a thread is in; null if it is in none. */
    public LibraryCall libraryCall(ControlledThread thread) {
        var call = calls(thread).call();
        return call == null ? null : new LibraryCall(call.receiver(), call.site());
    }

    /** A call that has not returned. */
    public record LibraryCall(Object receiver, String site) {}

    @Override
    public void started(ControlledThread thread, ControlledThread by) {
        order.started(thread.id(), by == null ? -1 : by.id());
        callStates.add(new CallState(by == null || inTasks(by)));
        ThreadRandoms.seed(thread.thread(), random.nextLong());
    }

    private boolean inTasks(ControlledThread thread) {
        var call = calls(thread).call();
        return call != null && call.clock() == tasks;
    }

    @Override
    public void woken(ControlledThread thread, ControlledThread by) {
        if (by != null) order.edge(by.id(), thread.id());
        if (settings.traced()) {
            var what = by == null ? "time-out" : "woken by " + by;
            trace.add(Step.Kind.WAKE, thread.name(), thread.site(), what, elapsed());
        }
    }

    @Override
    public void ended(ControlledThread thread) {
        if (settings.traced()) trace.add(Step.Kind.END, thread.name(), "", "ends", elapsed());
    }

    @Override
    public void step(Step.Kind kind, ControlledThread thread, String site) {
        if (!settings.traced()) return;
        var what = kind == Step.Kind.TIME ? "time passes" : null;
        trace.add(kind, thread == null ? "" : thread.name(), site, what, elapsed());
    }

    /** Tells the value that the running thread has read or writes in the step that it is at. */
    void valued(String site, Object value) {
        if (settings.traced()) amend(site, ": " + values.of(value));
    }

    /** Tells what a variable that a call was about has now, if it is an atomic one. */
    void atomicNow(String site, Object variable) {
        var value = settings.traced() ? values.ofAtomic(variable) : null;
        if (value != null) amend(site, ", now " + value);
    }

    private void amend(String site, String words) {
        trace.amend(scheduler.running().name(), site, words);
    }

    /** Virtual nanoseconds since the run began. */
    public long elapsed() {
        return scheduler.timers().now() - Timers.START;
    }

    @Override
    public int options() {
        return monitors.options() + (earlyTimer() == null ? 0 : 1);
    }

    @Override
    public void act(int option) {
        if (option < monitors.options()) {
            monitors.act(option);
            if (settings.traced())
                trace.add(
                        Step.Kind.SPURIOUS,
                        "",
                        "",
                        "a spurious wake-up, which Java permits",
                        elapsed());
        } else {
            scheduler.fireEarly(earlyTimer());
        }
    }

    private Timer earlyTimer() {
        if (!settings.earlySleeps() && !settings.earlyTimeouts()) return null;
        return scheduler
                .timers()
                .first(
                        timer ->
                                switch (timer.kind()) {
                                    case LAZY -> false;
                                    case SLEEP -> settings.earlySleeps();
                                    case WAIT -> settings.earlyTimeouts();
                                });
    }
}
