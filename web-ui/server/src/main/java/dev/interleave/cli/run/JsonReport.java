package dev.interleave.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.json.CellEventJson;
import dev.interleave.json.JsonLines;
import dev.interleave.json.SampleJson;
import dev.interleave.json.TraceJson;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.SampleEvent;

/**
 * Writes each event as a line of JSON. What belongs to the course's page only, the place in the
 * queue and the start, is left out.
 */
public final class JsonReport implements Report {

    private final JsonLines lines;
    private TraceJson trace = new TraceJson(0);

    public JsonReport(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void event(CellPlace cell, double at, CellEvent event) {
        switch (event) {
            case CellEvent.Queued _ -> {}
            case CellEvent.Started _ -> trace = new TraceJson(at);
            case CellEvent.Traced traced ->
                    trace.of(traced).forEach(object -> write(cell, at, object));
            case CellEvent.Shown shown -> write(cell, at, CellEventJson.of(inWords(shown)));
            default -> write(cell, at, CellEventJson.of(event));
        }
    }

    @Override
    public void schedules(CellPlace cell, double at, SampleEvent.Ended end) {
        write(cell, at, SampleJson.of(end));
    }

    /** Who reads lines of JSON has no page to show it on. */
    private static CellEvent.Output inWords(CellEvent.Shown shown) {
        return new CellEvent.Output(false, shown.inWords() + "\n", null);
    }

    private void write(CellPlace cell, double at, ObjectNode object) {
        lines.write(
                object.put("cell", cell.index())
                        .put("at", Math.round(at * 1000) / 1000.0)
                        .put("file", cell.file().path().toString()));
    }
}
