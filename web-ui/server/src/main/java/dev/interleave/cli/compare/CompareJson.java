package dev.interleave.cli.compare;

import dev.interleave.json.CompareEventJson;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult.Refused;
import java.util.function.Consumer;

/** Tells a comparison to a program: a JSON object a line. */
public final class CompareJson implements Consumer<CompareEvent> {

    private final JsonLines lines;
    private final String unit;

    public CompareJson(JsonLines lines, String unit) {
        this.lines = lines;
        this.unit = unit;
    }

    @Override
    public void accept(CompareEvent event) {
        if (event instanceof CompareEvent.Ended(Refused(var problems))) {
            problems.forEach(problem -> lines.write(CompareEventJson.of(problem)));
        } else {
            lines.write(CompareEventJson.of(event, unit));
        }
    }
}
