package dev.interleave.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.sandbox.result.CompareResult.Flame;
import dev.interleave.sandbox.result.CompareResult.FlameFact;
import dev.interleave.sandbox.result.CompareResult.FlameFrame;

/** Where the time of a version goes, as JSON. */
final class FlameJson {

    private FlameJson() {}

    static ObjectNode of(ObjectNode node, Flame flame) {
        node.put("name", flame.name())
                .put("event", flame.event())
                .put("samples", flame.samples())
                .put("seconds", flame.seconds())
                .put("cpuShare", flame.cpuShare());
        var frames = node.putArray("frames");
        flame.frames().forEach(frame -> add(frames.addObject(), frame));
        var facts = node.putArray("facts");
        flame.facts().forEach(fact -> add(facts.addObject(), fact));
        node.set("host", CompareEventJson.host(flame.host()));
        return node;
    }

    private static void add(ObjectNode node, FlameFrame frame) {
        node.put("depth", frame.depth())
                .put("type", frame.type())
                .put("method", frame.method())
                .put("own", frame.own())
                .put("samples", frame.samples())
                .put("total", frame.total());
    }

    private static void add(ObjectNode node, FlameFact fact) {
        node.put("kind", fact.kind())
                .put("method", fact.method())
                .put("detail", fact.detail())
                .put("number", fact.number())
                .put("other", fact.other());
    }
}
