package dev.interleave.agent;

import java.util.function.Predicate;

/**
 * How one thread is struck.
 *
 * <p>Threading: the reaper's, in whose thread {@link Jvmti} is made.
 */
final class Strikes {

    /** So many single strikes are tried before barrages. */
    private static final int SINGLE = 4;

    /**
     * Some code catches whatever it is struck with and goes on. It must be struck a second time
     * while it catches, which lasts less than a microsecond, so many attempts are made at random
     * moments.
     */
    private static final long BARRAGE_NANOS = 6_000_000;

    /** How long is tried to meet a virtual thread that runs only for an instant. */
    private static final long MEET_NANOS = 500_000;

    private static final int LONGEST_PAUSE_NANOS = 20_000;

    /**
     * Every so many strikes threads are called back from the system, where no strike meets them.
     */
    private static final int SIGNAL_EACH = 4;

    private final Reaper reaper;
    private Jvmti jvmti;
    private int random = 1;

    Strikes(Reaper reaper) {
        this.reaper = reaper;
    }

    /** Makes everything ready in the calling thread, so that the first strike is a quick one. */
    void prepare() throws Throwable {
        if (jvmti == null) {
            jvmti = new Jvmti();
            jvmti.hideMemory();
        }
    }

    /**
     * Strikes a thread that was struck so often before.
     *
     * @return false if it could not be met this time
     */
    boolean strike(Thread thread, int before) throws Throwable {
        if (thread.isVirtual() ? waitsForCarrier(thread) : initializesClassOfJdk(thread)) {
            return false;
        }
        reaper.aim(thread);
        try {
            if (LearnerThreads.isOfCommonPool(thread)) {
                return strikeWhere(thread, LearnerThreads::isInTask);
            }
            if (DelayThreads.is(thread)) {
                DelayThreads.retire(thread);
                return strikeWhere(
                        thread,
                        at -> DelayThreads.isWaiting(at) || LearnerThreads.isInLearnersCode(at));
            }
            if (LearnerThreads.isOfJdk(thread)) {
                return strikeWhere(thread, LearnerThreads::isInLearnersCode);
            }
            return thread.isVirtual()
                    ? strikeVirtual(thread, before)
                    : strikePlatform(thread, before);
        } finally {
            reaper.aim(null);
        }
    }

    /** Such a virtual thread cannot be met before another one has ended. */
    private static boolean waitsForCarrier(Thread thread) {
        return thread.getState() == Thread.State.RUNNABLE && !JdkThreads.isMounted(thread);
    }

    /** A strike then would make the class unusable for the rest of the session. */
    private static boolean initializesClassOfJdk(Thread thread) {
        return initializesClassOfJdk(BareThreads.stack(thread));
    }

    private static boolean initializesClassOfJdk(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getMethodName().equals("<clinit>") && frame.getModuleName() != null) {
                return true;
            }
        }
        return false;
    }

    private boolean strikePlatform(Thread thread, int before) throws Throwable {
        jvmti.strike();
        if (before >= SINGLE) {
            long end = System.nanoTime() + BARRAGE_NANOS;
            while (thread.isAlive() && System.nanoTime() < end) {
                pauseForAnInstant();
                jvmti.strike();
            }
        }
        if (before % SIGNAL_EACH == SIGNAL_EACH - 1) {
            jvmti.signalThreads();
        }
        return true;
    }

    /** Strikes a thread that has to live on, or has to end well, where it can take it. */
    private boolean strikeWhere(Thread thread, Predicate<StackTraceElement[]> place)
            throws Throwable {
        if (jvmti.hold() != Jvmti.OK) {
            return false;
        }
        try {
            return place.test(BareThreads.stack(thread)) && jvmti.strike() == Jvmti.OK;
        } finally {
            jvmti.release();
        }
    }

    /** One that waits is interrupted, so that it runs for an instant. */
    private boolean strikeVirtual(Thread thread, int before) throws Throwable {
        boolean barrage = before >= SINGLE;
        boolean waits = thread.getState() != Thread.State.RUNNABLE;
        long time = barrage ? BARRAGE_NANOS : waits ? MEET_NANOS : 0;
        long end = System.nanoTime() + time;
        jvmti.supportVirtualThreads();
        boolean met = strikeOnCarrier(thread);
        while (thread.isAlive() && (barrage || !met) && System.nanoTime() < end) {
            if (waits) {
                thread.interrupt();
            }
            pauseForAnInstant();
            met |= strikeOnCarrier(thread);
        }
        return met || time > 0;
    }

    /**
     * Strikes a virtual thread unless it waits, or is about to be taken off its carrier: the signal
     * would then strike the carrier, which would forget the thread, and it would never end.
     */
    private boolean strikeOnCarrier(Thread thread) throws Throwable {
        if (jvmti.hold() != Jvmti.OK) {
            return false;
        }
        try {
            return JdkThreads.isMounted(thread)
                    && canBeStruck(JdkThreads.stackOnCarrier(thread))
                    && jvmti.strike() == Jvmti.OK;
        } finally {
            jvmti.release();
        }
    }

    private static boolean canBeStruck(StackTraceElement[] frames) {
        return frames.length > 0
                && !JdkThreads.isSwitching(frames)
                && !initializesClassOfJdk(frames);
    }

    private void pauseForAnInstant() {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        long end = System.nanoTime() + Integer.remainderUnsigned(random, LONGEST_PAUSE_NANOS);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
