package dev.interleave.sandbox.cell;

import dev.interleave.grader.message.RecordedOutcome;
import dev.interleave.grader.message.RecordedStep;
import dev.interleave.sandbox.result.SampleStep;
import dev.interleave.sandbox.result.SampledOutcome;
import dev.interleave.sandbox.result.ScheduleStep;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes what a sampler tells speak of the cell and its lines. */
final class SampleSteps {

    /** The names that wrappers around snippets have in texts, with dollar signs or dots. */
    private static final Pattern WRAPPER =
            Pattern.compile("(REPL[.])?[.$]JShell[.$][0-9A-Za-z_]+[.$]?");

    private final List<String> sources;
    private final Map<String, Integer> places;

    /**
     * @param sources the cell is the last one
     * @param places which source a snippet's class is of
     */
    SampleSteps(List<String> sources, Map<String, Integer> places) {
        this.sources = sources;
        this.places = places;
    }

    SampledOutcome outcome(RecordedOutcome outcome) {
        return new SampledOutcome(
                outcome.printed(),
                plain(outcome.value()),
                outcome.ending(),
                plain(outcome.message()),
                plain(outcome.explanation()),
                outcome.count(),
                outcome.seed(),
                null);
    }

    SampleStep step(RecordedStep step) {
        Integer source = places.get(CellRecording.snippet(step.className()));
        return new SampleStep(
                ScheduleStep.Kind.valueOf(step.kind().name()),
                step.thread(),
                Math.max(0, step.line()),
                source != null && source == sources.size() - 1,
                source == null ? "" : line(sources.get(source), step.line()),
                plain(step.what()),
                step.nanos());
    }

    private static String line(String source, int line) {
        return source.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip();
    }

    static String plain(String text) {
        return text == null ? null : WRAPPER.matcher(text).replaceAll("");
    }
}
