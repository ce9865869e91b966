package dev.interleave.explore.schedule;

/**
 * A virtual thread of a run, as the scheduler sees it.
 *
 * <p>Threading: used by the one thread of a run that has the turn.
 */
public final class ControlledThread {

    private final int id;
    private final Thread thread;
    private final Runnable continuation;
    private final ControlledThread starter;

    String name;
    boolean ended;
    boolean preempted;
    boolean yielded;
    private boolean permit;
    int steps;
    int changedAt;
    int looks;
    int wakesByTimer;
    int points;
    int pointsAtWake;
    int unpreemptible;
    int initializers;
    Timer.Kind timerKind = Timer.Kind.WAIT;
    String site = "";
    Object blockedOn;
    Throwable uncaught;

    ControlledThread(int id, Thread thread, Runnable continuation, ControlledThread starter) {
        this.id = id;
        this.thread = thread;
        this.continuation = continuation;
        this.starter = starter;
        this.name = thread.getName().isEmpty() ? "thread-" + id : thread.getName();
    }

    /** Its number in the order of starts, from 0. */
    public int id() {
        return id;
    }

    public Thread thread() {
        return thread;
    }

    /** The one that started it; null for the first. */
    public ControlledThread starter() {
        return starter;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public boolean ended() {
        return ended;
    }

    /** The last scheduling point that it passed. */
    public String site() {
        return site;
    }

    /** It is at a place that is no scheduling point. */
    public void at(String place) {
        site = place;
    }

    /**
     * What it waits for inside woven code: a monitor, or the object of a library call; null if for
     * nothing known.
     */
    public Object blockedOn() {
        return blockedOn;
    }

    public void blockedOn(Object object) {
        blockedOn = object;
    }

    /**
     * From now on, until {@link #allowPreemption}, no scheduling point takes the turn away; nests.
     */
    public void forbidPreemption() {
        unpreemptible++;
    }

    public void allowPreemption() {
        if (unpreemptible > 0) unpreemptible--;
    }

    /** A static initializer of woven code begins: the thread cannot unmount until it ends. */
    public void enterInitializer() {
        initializers++;
    }

    public void leaveInitializer() {
        initializers--;
    }

    /** Whether it would block its carrier if it waited now. */
    public boolean pinned() {
        return initializers > 0;
    }

    /** It was unparked while it waits for a monitor, which must not use up its permit. */
    public void keepPermit() {
        permit = true;
    }

    /** Whether it was unparked meanwhile; asked once. */
    public boolean takePermit() {
        var kept = permit;
        permit = false;
        return kept;
    }

    /** Which timers its timed waits set now. */
    public Timer.Kind timers() {
        return timerKind;
    }

    /** Which timers its next timed waits set. */
    public void timers(Timer.Kind kind) {
        timerKind = kind;
    }

    /** It waits: what it does afterwards is counted anew. */
    void begin() {
        steps = 0;
        changedAt = 0;
        looks = 0;
    }

    /** It read plain memory. */
    public void looked() {
        looks++;
    }

    /** The exception that ended it, or null. */
    public Throwable uncaught() {
        return uncaught;
    }

    public void uncaught(Throwable exception) {
        uncaught = exception;
    }

    Runnable continuation() {
        return continuation;
    }

    @Override
    public String toString() {
        return name;
    }
}
