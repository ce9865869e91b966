package dev.interleave.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.CellEvent.Diagnostic;
import dev.interleave.sandbox.result.CellEvent.Done;
import dev.interleave.sandbox.result.CellEvent.Leftovers;
import dev.interleave.sandbox.result.CellEvent.Omitted;
import dev.interleave.sandbox.result.CellEvent.Output;
import dev.interleave.sandbox.result.CellEvent.Queued;
import dev.interleave.sandbox.result.CellEvent.Shown;
import dev.interleave.sandbox.result.CellEvent.Started;
import dev.interleave.sandbox.result.CellEvent.Thrown;
import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.CellEvent.Value;
import dev.interleave.sandbox.result.CellEvent.WantsInput;
import dev.interleave.sandbox.result.LiveThread;
import java.util.List;
import java.util.Locale;

/**
 * Events of a run as JSON objects. Each has a {@code type}; names of enums are lower case with
 * hyphens.
 *
 * <p>Threading: any thread may call anything; the nodes belong to the caller.
 */
public final class CellEventJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CellEventJson() {}

    /** The event as a new object, to which a caller may add what it knows besides. */
    public static ObjectNode of(CellEvent event) {
        return switch (event) {
            case Queued(var place) -> object("queued").put("place", place);
            case Started() -> object("started");
            case Output(var error, var text, var thread) ->
                    object(stream(error)).put("text", text).put("thread", thread);
            case Omitted(var error, var bytes) ->
                    object("omitted").put("stream", stream(error)).put("bytes", bytes);
            case Shown(var form, var content, var words) ->
                    object("shown")
                            .put("form", name(form))
                            .put("content", content)
                            .put("text", words);
            case Value(var name, var javaType, var text) ->
                    object("value").put("name", name).put("javaType", javaType).put("text", text);
            case Diagnostic diagnostic -> diagnostic(diagnostic);
            case Thrown thrown -> thrown(object("exception"), thrown);
            case WantsInput() -> object("wants-input");
            case Leftovers(var count, var threads) ->
                    object("leftovers").put("count", count).set("threads", threads(threads));
            case Traced(var threads, var spans, _, _, _, _) ->
                    object("traced").put("threads", threads.size()).put("spans", spans.size());
            case Done done -> done(done);
        };
    }

    /** The name of a status, a limit or a severity as JSON has it; null stays null. */
    public static String name(Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode diagnostic(Diagnostic diagnostic) {
        return object("diagnostic")
                .put("severity", name(diagnostic.severity()))
                .put("line", diagnostic.line())
                .put("column", diagnostic.column())
                .put("endLine", diagnostic.endLine())
                .put("endColumn", diagnostic.endColumn())
                .put("message", diagnostic.message());
    }

    private static ObjectNode thrown(ObjectNode object, Thrown thrown) {
        object.put("class", thrown.className());
        object.put("message", thrown.message());
        object.set("stack", strings(thrown.stack()));
        if (thrown.cause() != null) {
            object.set("cause", thrown(NODES.objectNode(), thrown.cause()));
        }
        return object;
    }

    private static ObjectNode done(Done done) {
        return object("done")
                .put("status", name(done.status()))
                .put("limit", name(done.limit()))
                .put("message", done.message())
                .put("evalMillis", done.evalMillis());
    }

    private static ArrayNode threads(List<LiveThread> threads) {
        var array = NODES.arrayNode();
        for (var thread : threads) {
            array.addObject()
                    .put("name", thread.name())
                    .put("virtual", thread.virtual())
                    .put("state", thread.state())
                    .put("at", thread.at());
        }
        return array;
    }

    private static ArrayNode strings(List<String> strings) {
        var array = NODES.arrayNode();
        strings.forEach(array::add);
        return array;
    }

    private static String stream(boolean error) {
        return error ? "stderr" : "stdout";
    }

    private static ObjectNode object(String type) {
        return NODES.objectNode().put("type", type);
    }
}
