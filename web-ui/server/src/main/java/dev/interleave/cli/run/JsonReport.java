package dev.interleave.cli.run;

import dev.interleave.json.CellEventJson;
import dev.interleave.json.JsonLines;
import dev.interleave.sandbox.result.CellEvent;

/**
 * Writes each event as a line of JSON. What belongs to the course's page only, the place in the
 * queue and the start, is left out.
 */
public final class JsonReport implements Report {

    private final JsonLines lines;

    public JsonReport(JsonLines lines) {
        this.lines = lines;
    }

    @Override
    public void event(CellPlace cell, double at, CellEvent event) {
        if (event instanceof CellEvent.Queued || event instanceof CellEvent.Started) {
            return;
        }
        lines.write(
                CellEventJson.of(event)
                        .put("cell", cell.index())
                        .put("at", Math.round(at * 1000) / 1000.0)
                        .put("file", cell.file().path().toString()));
    }
}
