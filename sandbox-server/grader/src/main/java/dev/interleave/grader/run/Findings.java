package dev.interleave.grader.run;

import dev.interleave.grader.message.Symptom;
import dev.interleave.grader.message.TestRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Turns what a test threw into a record.
 *
 * <p>Threading: any thread; it calls methods of what was thrown, which may be the submission's, so
 * only a thread that may be given up should describe.
 */
final class Findings {

    private static final int MOST_CHARS = 2000;
    private static final int MOST_FRAMES = 6;

    private final Set<String> submission;

    Findings(List<String> submissionClasses) {
        this.submission = new HashSet<>(submissionClasses);
    }

    TestRecord describe(int number, Throwable thrown) {
        try {
            return TestRecord.failed(
                    number, symptom(thrown), cut(message(thrown)), place(thrown.getStackTrace()));
        } catch (Throwable e) {
            return TestRecord.failed(
                    number,
                    Symptom.EXCEPTION,
                    "An exception was thrown that cannot be described.",
                    null);
        }
    }

    private static Symptom symptom(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return Symptom.MEMORY;
        }
        if (isTimeout(thrown) || isTimeout(thrown.getCause())) {
            return Symptom.TIMEOUT;
        }
        return thrown instanceof AssertionError ? Symptom.WRONG_RESULT : Symptom.EXCEPTION;
    }

    /** What JUnit's {@code @Timeout} and {@code assertTimeoutPreemptively} throw. */
    private static boolean isTimeout(Throwable thrown) {
        return thrown != null
                && (thrown.getClass() == TimeoutException.class
                        || thrown.getClass().getName().startsWith("org.junit.")
                                && thrown.getClass().getName().contains("Timeout"));
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        if (thrown instanceof OutOfMemoryError && message != null && message.contains("thread")) {
            return "It started more threads than there may be at the same time.";
        }
        if (thrown instanceof AssertionError && message != null) {
            return message;
        }
        String name = thrown.getClass().getName();
        return message == null ? name : name + ": " + message;
    }

    /** The submission's own frames, innermost first; null if there are none. */
    String place(StackTraceElement[] stack) {
        List<String> frames = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (submission.contains(frame.getClassName()) && frames.size() < MOST_FRAMES) {
                frames.add(
                        frame.getClassName().replace('$', '.')
                                + "."
                                + frame.getMethodName()
                                + " ("
                                + frame.getFileName()
                                + ":"
                                + frame.getLineNumber()
                                + ")");
            }
        }
        return frames.isEmpty() ? null : cut(String.join("\n", frames));
    }

    static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + " …";
    }
}
