package dev.interleave.explore.result;

/**
 * One step of the run that shows the fault, for a picture with a lane for each thread.
 *
 * @param thread the thread's name, or empty where the environment acted (time passed)
 * @param className the class whose line it is, empty if there is none
 * @param line the line in the source, 0 if there is none
 * @param what in words, such as {@code write Counter.value}, in a cell also the value: {@code write
 *     Counter.value: 7}
 * @param nanos virtual time since the start of the run
 */
public record Step(
        Kind kind,
        String thread,
        String className,
        String method,
        int line,
        String what,
        long nanos) {

    /** The same with more words. */
    public Step with(String words) {
        return new Step(kind, thread, className, method, line, what + words, nanos);
    }

    /** What happened in a step. */
    public enum Kind {
        /** The thread did what the step says. */
        RUN,
        /** The thread cannot go on. */
        BLOCK,
        /** The thread was made runnable, by the one that {@code what} names. */
        WAKE,
        /** A spurious wake-up, which Java permits. */
        SPURIOUS,
        /** Nobody could run, or a time-out came early: virtual time went on. */
        TIME,
        /** The thread ended. */
        END
    }
}
