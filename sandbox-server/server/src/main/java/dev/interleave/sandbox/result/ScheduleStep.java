package dev.interleave.sandbox.result;

import java.util.Locale;

/**
 * One step of a schedule in which a submission failed, for a picture with a lane for each thread.
 *
 * @param thread its name; empty where the environment acted
 * @param className whose line it is; empty if it is nobody's
 * @param line in the source; 0 if it is not known
 * @param own whether that line is the learner's, and not of a test
 * @param what in words, such as {@code write Counter.value}; may be empty
 * @param nanos virtual time since the scenario began
 */
public record ScheduleStep(
        Kind kind,
        String thread,
        String className,
        String method,
        int line,
        boolean own,
        String what,
        long nanos) {

    /** What happened. */
    public enum Kind {
        /** The thread did what the step says. */
        RUN,
        /** The thread cannot go on. */
        BLOCK,
        /** The thread can go on again. */
        WAKE,
        /** A wake-up for no reason, which Java permits. */
        SPURIOUS,
        /** Nobody could run, so time passed. */
        TIME,
        /** The thread ended. */
        END;

        /** The name in reports. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
