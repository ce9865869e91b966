package dev.interleave.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceMark;
import dev.interleave.sandbox.result.TraceSpan;
import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The timeline of one run as JSON objects: a thread, a span, a mark, or what there is to say at the
 * end. Threads are told by name, because a person reads it, and by number, because names repeat.
 *
 * <p>Threading: not safe.
 */
public final class TraceJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final double start;
    private final Map<Long, TracedThread> threads = new HashMap<>();

    /**
     * @param start the milliseconds that the run's own times are counted from
     */
    public TraceJson(double start) {
        this.start = start;
    }

    /** What a portion of the timeline tells, in order. */
    public List<ObjectNode> of(Traced traced) {
        List<ObjectNode> objects = new ArrayList<>();
        for (TracedThread thread : traced.threads()) {
            threads.put(thread.id(), thread);
            objects.add(thread(thread));
        }
        traced.spans().forEach(span -> objects.add(span(span)));
        traced.marks().forEach(mark -> objects.add(mark(mark)));
        if (traced.end() != null) {
            traced.end().tasks().forEach(task -> objects.add(task(task)));
            objects.add(end(traced.end()));
        }
        return objects;
    }

    private ObjectNode thread(TracedThread thread) {
        var object = object("thread", thread.id());
        object.put("from", millis(thread.from()));
        putThread(object, "parent", thread.parent());
        putText(object, "group", thread.group());
        return putLine(object, thread.line());
    }

    private ObjectNode span(TraceSpan span) {
        // A thread that only waits for a carrier is in none of the states of a span.
        var runnable = span.state() == TraceSpan.State.RUNNABLE;
        var object = object(runnable ? "runnable" : "span", span.thread());
        if (!runnable) {
            object.put("state", CellEventJson.name(span.state()));
        }
        object.put("from", millis(span.from())).put("to", millis(span.to()));
        putText(object, "on", span.on());
        putThread(object, "owner", span.owner());
        putLine(object, span.line());
        if (span.carrier() != 0) {
            object.put("carrier", span.carrier());
        }
        if (span.open()) {
            object.put("open", true);
        }
        return object;
    }

    private ObjectNode mark(TraceMark mark) {
        var object = object("mark", mark.thread()).put("mark", CellEventJson.name(mark.kind()));
        object.put("time", millis(mark.at()));
        if (!mark.text().isEmpty()) {
            object.put("text", mark.text());
        }
        return putLine(object, mark.line());
    }

    private ObjectNode task(TracedTask task) {
        var object = NODES.objectNode().put("type", "task").put("id", task.id());
        object.put("task", CellEventJson.name(task.kind())).put("operation", task.operation());
        object.put("state", CellEventJson.name(task.state())).put("from", millis(task.from()));
        putTime(object, "started", task.started());
        putTime(object, "ended", task.ended());
        putText(object, "group", task.group());
        putThread(object, "parent", task.parent());
        putThread(object, "runner", task.runner());
        putText(object, "failure", task.failure());
        putText(object, "because", task.because());
        if (task.cause() != 0) {
            object.put("cause", task.cause());
        }
        var inputs = object.putArray("inputs");
        task.inputs().forEach(inputs::add);
        return putLine(object, task.line());
    }

    private void putTime(ObjectNode object, String field, Double time) {
        if (time != null) {
            object.put(field, millis(time));
        }
    }

    private ObjectNode end(TraceEnd end) {
        var object = NODES.objectNode().put("type", "waits").put("time", millis(end.at()));
        object.put("cut", end.cut());
        if (end.leftOut() > 0) {
            object.put("marksLeftOut", end.leftOut());
        }
        var waits = object.putArray("waits");
        for (var wait : end.waits()) {
            var each = waits.addObject();
            putThread(each, "thread", wait.thread());
            each.put("state", CellEventJson.name(wait.state()));
            putText(each, "on", wait.on());
            putThread(each, "owner", wait.owner());
            putLine(each, wait.line());
        }
        var deadlocks = object.putArray("deadlocks");
        for (var circle : end.deadlocks()) {
            var names = deadlocks.addArray();
            circle.forEach(thread -> names.add(name(thread)));
        }
        var notes = object.putArray("notes");
        for (var note : end.notes()) {
            var each = notes.addObject().put("kind", note.kind()).put("text", note.text());
            putText(each, "lesson", NoteLessons.of(note.kind()));
            putThread(each, "thread", note.thread());
            putLine(each, note.line());
        }
        return object;
    }

    private ObjectNode object(String type, long id) {
        var thread = threads.get(id);
        var object = NODES.objectNode().put("type", type).put("thread", name(id));
        object.put("threadId", id);
        return object.put("kind", thread != null && thread.virtual() ? "virtual" : "platform");
    }

    private void putThread(ObjectNode object, String field, long id) {
        if (id != 0) {
            object.put(field, name(id)).put(field + "Id", id);
        }
    }

    private static void putText(ObjectNode object, String field, String text) {
        if (text != null) {
            object.put(field, text);
        }
    }

    private static ObjectNode putLine(ObjectNode object, int line) {
        return line == 0 ? object : object.put("line", line);
    }

    private String name(long id) {
        var thread = threads.get(id);
        return thread == null ? "thread #" + id : thread.name();
    }

    private double millis(double time) {
        return Math.round((start + time) * 1000) / 1000.0;
    }
}
