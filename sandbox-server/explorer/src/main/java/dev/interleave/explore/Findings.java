package dev.interleave.explore;

import dev.interleave.explore.diagnose.Stacks;
import dev.interleave.explore.result.Evidence;
import dev.interleave.explore.result.FaultKind;
import dev.interleave.explore.schedule.Finding;

/** What an exception that ended a thread says about the submission. */
final class Findings {

    private static final int MAX_MESSAGE = 500;

    private Findings() {}

    static Finding of(String thread, Throwable thrown) {
        var text = text(thrown);
        var evidence =
                new Evidence.Thrown(
                        thread,
                        thrown.getClass().getName(),
                        text,
                        Stacks.of(thrown.getStackTrace()));
        return switch (thrown) {
            case AssertionError _ -> new Finding(FaultKind.WRONG_RESULT, text, evidence);
            case OutOfMemoryError _ ->
                    new Finding(
                            FaultKind.MEMORY, "%s ran out of memory.".formatted(thread), evidence);
            default ->
                    new Finding(
                            FaultKind.EXCEPTION,
                            "%s ended with %s%s."
                                    .formatted(
                                            thread,
                                            thrown.getClass().getName(),
                                            text.isEmpty() ? "" : ": " + text),
                            evidence);
        };
    }

    /** The message, as far as it can be had: it may be the submission's own code that makes it. */
    private static String text(Throwable thrown) {
        try {
            var message = thrown.getMessage();
            if (message == null) return "";
            return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE);
        } catch (Throwable e) {
            return "";
        }
    }
}
