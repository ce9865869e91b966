package dev.interleave.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.sandbox.result.SampleEvent;
import dev.interleave.sandbox.result.SampleStep;
import dev.interleave.sandbox.result.SampledOutcome;
import java.util.Locale;

/** What came of a cell under many schedules, as JSON. */
public final class SampleJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SampleJson() {}

    /** Where a sampling is, or how it ended; the status of one that goes on is {@code running}. */
    public static ObjectNode of(SampleEvent event) {
        return switch (event) {
            case SampleEvent.Counted now -> counted(now).put("status", "running");
            case SampleEvent.Ended end -> ended(end);
        };
    }

    private static ObjectNode ended(SampleEvent.Ended end) {
        var object =
                counted(end.counted())
                        .put(
                                "status",
                                end.status().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("message", end.message());
        var diagnostics = object.putArray("diagnostics");
        end.diagnostics().forEach(each -> diagnostics.add(CellEventJson.of(each)));
        return object;
    }

    private static ObjectNode counted(SampleEvent.Counted now) {
        var object =
                NODES.objectNode()
                        .put("type", "schedules")
                        .put("runs", now.runs())
                        .put("schedules", now.schedules())
                        .put("others", now.others());
        var outcomes = object.putArray("outcomes");
        now.outcomes().forEach(outcome -> outcomes.add(outcome(outcome)));
        return object;
    }

    private static ObjectNode outcome(SampledOutcome outcome) {
        var object =
                NODES.objectNode()
                        .put("printed", outcome.printed())
                        .put("value", outcome.value())
                        .put("ending", outcome.ending())
                        .put("message", outcome.message())
                        .put("explanation", outcome.explanation())
                        .put("count", outcome.count())
                        .put("seed", Long.toString(outcome.seed()));
        if (outcome.replay() != null) {
            object.put("same", outcome.replay().same()).put("omitted", outcome.replay().omitted());
            var steps = object.putArray("steps");
            outcome.replay().steps().forEach(step -> steps.add(step(step)));
        }
        return object;
    }

    private static ObjectNode step(SampleStep step) {
        return NODES.objectNode()
                .put("kind", step.kind().code())
                .put("thread", step.thread())
                .put("line", step.line())
                .put("own", step.own())
                .put("code", step.code())
                .put("what", step.what())
                .put("nanos", step.nanos());
    }
}
