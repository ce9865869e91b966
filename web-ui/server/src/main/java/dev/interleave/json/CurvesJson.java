package dev.interleave.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.sandbox.result.CompareResult.Crossing;
import dev.interleave.sandbox.result.CompareResult.Curve;
import dev.interleave.sandbox.result.CompareResult.CurvePoint;
import dev.interleave.sandbox.result.CompareResult.Curves;
import dev.interleave.sandbox.result.LoadPoint;
import dev.interleave.sandbox.result.Ratio;

/**
 * Load curves as JSON; versions are counted from 1, what is not a finite number is null.
 *
 * <p>Threading: any thread may call anything; the nodes belong to the caller.
 */
final class CurvesJson {

    private CurvesJson() {}

    static ObjectNode of(ObjectNode node, LoadPoint point) {
        return node.put("n", point.n())
                .put("throughput", point.throughput())
                .put("p50", point.p50())
                .put("p95", point.p95())
                .put("p99", point.p99())
                .put("unfinished", point.unfinished());
    }

    static ObjectNode of(ObjectNode node, Curves curves) {
        node.put("delayMillis", curves.delayMillis())
                .put("serviceMillis", curves.serviceMillis())
                .put("rounds", curves.rounds())
                .put("seconds", curves.seconds())
                .put("message", curves.message());
        var all = node.putArray("curves");
        curves.curves().forEach(curve -> all.add(curve(curve)));
        var crossings = node.putArray("crossings");
        curves.crossings().forEach(crossing -> crossings.add(crossing(crossing)));
        node.set("host", CompareEventJson.host(curves.host()));
        var lints = node.putArray("lints");
        curves.lints()
                .forEach(
                        lint ->
                                lints.addObject()
                                        .put("version", lint.version() + 1)
                                        .put("rule", lint.rule())
                                        .put("line", lint.line())
                                        .put("message", lint.message())
                                        .put("lesson", LintLessons.of(lint.rule())));
        return node;
    }

    private static ObjectNode curve(Curve curve) {
        var node = empty().put("name", curve.name());
        var points = node.putArray("points");
        curve.points().forEach(point -> points.add(point(point)));
        node.set("knee", curve.knee() == null ? null : interval(curve.knee()));
        node.set("memoryPerTask", CompareEventJson.of(curve.memoryPerTask()));
        return node;
    }

    private static ObjectNode point(CurvePoint point) {
        var node = empty().put("n", point.n());
        node.set("throughput", interval(point.throughput()));
        node.set("p50", interval(point.p50()));
        node.set("p95", interval(point.p95()));
        node.set("p99", interval(point.p99()));
        var raw = node.putArray("raw");
        point.raw().forEach(one -> raw.add(of(empty(), one)));
        return node;
    }

    private static ObjectNode crossing(Crossing crossing) {
        var node =
                empty().put("faster", crossing.faster() + 1).put("slower", crossing.slower() + 1);
        node.set("n", interval(crossing.n()));
        return node;
    }

    private static ObjectNode interval(Ratio value) {
        var node = empty().put("value", value.value()).put("low", value.low());
        return Double.isFinite(value.high())
                ? node.put("high", value.high())
                : node.putNull("high");
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
