package dev.interleave.web.handin;

import dev.interleave.sandbox.result.ScheduleStep;

/** Says a step of a schedule that failed in words, for pages without scripts. */
public final class StepWords {

    private StepWords() {}

    /** Without the thread that took it. */
    public static String of(ScheduleStep step) {
        var place = step.line() > 0 ? "line " + step.line() : "";
        var said =
                place.isEmpty() || step.what().isEmpty()
                        ? place + step.what()
                        : place + ": " + step.what();
        return switch (step.kind()) {
            case RUN -> said.isEmpty() ? "goes on" : said;
            case BLOCK -> said.isEmpty() ? "waits" : "waits, " + said;
            case WAKE -> said.isEmpty() ? "can go on" : "can go on, " + said;
            case SPURIOUS -> "wakes up for no reason";
            case TIME -> said.isEmpty() ? "time passes" : "time passes, " + said;
            case END -> "ends";
        };
    }
}
