package dev.interleave.web.cell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.web.cell.LessonState.SessionState;
import dev.interleave.web.progress.Draft;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells every tab of a workbook what happened. The names and fields of these events are described
 * in {@code openapi.json}.
 *
 * <p>Threading: guarded by the workbook's lock.
 */
final class Broadcast {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final EventLog log;
    private SessionState session = new SessionState("none", 0);
    private Map<String, Staleness.Reason> stale = Map.of();

    Broadcast(EventLog log) {
        this.log = log;
    }

    /** A run was asked for; it comes before anything that the run tells. */
    void begun(LiveRun run) {
        var event = NODES.objectNode().put("type", "begun").put("text", run.soFar().text());
        cell(run, event.put("startedAt", run.soFar().startedAt().toString()));
    }

    /** A run told something. */
    void cell(LiveRun run, ObjectNode event) {
        var data = NODES.objectNode().put("run", run.key().number()).put("cell", run.cell());
        send("cell", data.set("event", event));
    }

    /** A cell has another text, or the author's again. */
    void draft(String cell, Draft draft) {
        send(
                "draft",
                NODES.objectNode()
                        .put("cell", cell)
                        .put("text", draft.text())
                        .put("revision", draft.revision()));
    }

    /** Cells were added, moved or removed; these are all, from top to bottom. */
    void order(List<String> cells) {
        var data = NODES.objectNode();
        cells.forEach(data.putArray("cells")::add);
        send("order", data);
    }

    /** The session, if something about it is otherwise now. */
    void session(SessionState now) {
        if (!now.equals(session)) {
            session = now;
            send(
                    "session",
                    NODES.objectNode()
                            .put("state", now.state())
                            .put("earlierRuns", now.earlierRuns()));
        }
    }

    /** The stale cells, if they are others now. */
    void stale(Map<String, Staleness.Reason> now) {
        if (!Objects.equals(stale, now)) {
            stale = now;
            var cells = NODES.objectNode();
            now.forEach((cell, reason) -> cells.put(cell, reason.json()));
            send("stale", NODES.objectNode().set("cells", cells));
        }
    }

    /** Each of the lesson's cells was run. */
    void done() {
        send("progress", NODES.objectNode().put("done", true));
    }

    /** The author changed the lesson. */
    void reload() {
        send("reload", NODES.objectNode());
    }

    private void send(String name, ObjectNode data) {
        log.add(name, data.toString());
    }
}
