package dev.interleave.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareEvent.Ended;
import dev.interleave.sandbox.result.CompareEvent.Estimate;
import dev.interleave.sandbox.result.CompareEvent.Iteration;
import dev.interleave.sandbox.result.CompareEvent.Queued;
import dev.interleave.sandbox.result.CompareEvent.Started;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Disagreement;
import dev.interleave.sandbox.result.CompareResult.Host;
import dev.interleave.sandbox.result.CompareResult.Impossible;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Means;
import dev.interleave.sandbox.result.CompareResult.Problem;
import dev.interleave.sandbox.result.CompareResult.Refused;
import dev.interleave.sandbox.result.CompareResult.Stopped;
import dev.interleave.sandbox.result.CompareResult.Summary;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Mean;
import dev.interleave.sandbox.result.Ratio;

/**
 * Events of a comparison as JSON objects, each with a {@code type}; what is not a finite number is
 * null.
 *
 * <p>Threading: any thread may call anything; the nodes belong to the caller.
 */
public final class CompareEventJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Of the intervals of numbers that no claim rests on. */
    private static final double MEANS_CONFIDENCE = 0.99;

    private CompareEventJson() {}

    /** The event as a new object. */
    public static ObjectNode of(CompareEvent event, String unit) {
        return switch (event) {
            case Queued(var place) -> object("queued").put("place", place);
            case Started() -> object("started");
            case Iteration iteration -> iteration(iteration).put("unit", unit);
            case Estimate(var forks, var pair, var ratio) ->
                    ratio(object("estimate"), ratio).put("forks", forks).put("pair", pair);
            case CompareEvent.Point(var version, var round, var point) ->
                    CurvesJson.of(object("point"), point)
                            .put("version", version + 1)
                            .put("round", round);
            case Ended(var result) -> of(result);
        };
    }

    private static ObjectNode iteration(Iteration iteration) {
        return object("iteration")
                .put("side", CellEventJson.name(iteration.side()))
                .put("fork", iteration.fork())
                .put("iteration", iteration.iteration())
                .put("warmup", iteration.warmup())
                .put("score", iteration.score())
                .put("cpuNanosPerCall", iteration.cpuNanosPerCall())
                .put("allocatedBytesPerCall", iteration.allocatedBytesPerCall());
    }

    private static ObjectNode of(CompareResult result) {
        return switch (result) {
            case Verdict verdict -> verdict(verdict);
            case CompareResult.Curves curves -> CurvesJson.of(object("curves"), curves);
            case CompareResult.Flame flame -> FlameJson.of(object("flame"), flame);
            case Disagreement(var left, var right) ->
                    object("disagreement").put("left", left).put("right", right);
            case Refused(var problems) -> {
                var refused = object("refused");
                var list = refused.putArray("problems");
                problems.forEach(problem -> list.add(of(problem)));
                yield refused;
            }
            case Stopped() -> object("stopped");
            case Impossible(var reason) -> object("impossible").put("message", reason);
        };
    }

    /** Why a version cannot be measured, as a new object. */
    public static ObjectNode of(Problem problem) {
        return object("error")
                .put("side", CellEventJson.name(problem.side()))
                .put("line", problem.line())
                .put("message", problem.message());
    }

    private static ObjectNode verdict(Verdict verdict) {
        var node = object("verdict").put("claim", CellEventJson.name(verdict.claim()));
        ratio(node, verdict.ratio())
                .put("confidence", verdict.confidence())
                .put("equivalent", verdict.equivalent())
                .put("forks", verdict.forks())
                .put("seconds", verdict.seconds())
                .put("unit", verdict.unit())
                .put("message", verdict.message());
        verdict.ratios().forEach(node.putArray("ratios")::add);
        node.set("left", summary(verdict.left()));
        node.set("right", summary(verdict.right()));
        node.set("host", host(verdict.host()));
        var lints = node.putArray("lints");
        verdict.lints().forEach(lint -> lints.add(lint(lint)));
        return node;
    }

    private static ObjectNode ratio(ObjectNode node, Ratio ratio) {
        node.put("ratio", ratio.value()).put("low", ratio.low());
        return Double.isFinite(ratio.high())
                ? node.put("high", ratio.high())
                : node.putNull("high");
    }

    private static ObjectNode summary(Summary summary) {
        var node =
                NODES.objectNode()
                        .put("name", summary.name())
                        .put("score", summary.score())
                        .put("error", summary.error())
                        .put("cpuNanosPerCall", summary.cpuNanosPerCall())
                        .put("allocatedBytesPerCall", summary.allocatedBytesPerCall())
                        .put("threads", summary.threads());
        summary.scores().forEach(node.putArray("scores")::add);
        ArrayNode raw = node.putArray("raw");
        summary.raw().forEach(fork -> fork.forEach(raw.addArray()::add));
        if (!summary.percentiles().isEmpty()) {
            var percentiles = node.putObject("percentiles");
            summary.percentiles().forEach((rank, value) -> percentiles.put(rank.toString(), value));
        }
        node.set("means", means(summary.means()));
        return node;
    }

    private static ObjectNode means(Means means) {
        var node = NODES.objectNode().put("confidence", MEANS_CONFIDENCE);
        node.set("score", of(means.score()));
        node.set("cpuNanosPerCall", of(means.cpuNanosPerCall()));
        node.set("allocatedBytesPerCall", of(means.allocatedBytesPerCall()));
        node.set("threads", of(means.threads()));
        node.set("memoryPerTask", of(means.memoryPerTask()));
        if (!means.percentiles().isEmpty()) {
            var percentiles = node.putObject("percentiles");
            means.percentiles().forEach((rank, mean) -> percentiles.set(rank.toString(), of(mean)));
        }
        return node;
    }

    /** Null if it cannot be told. */
    static JsonNode of(Mean mean) {
        if (!mean.known()) {
            return NODES.nullNode();
        }
        var node = NODES.objectNode().put("value", mean.value()).put("low", mean.low());
        if (Double.isFinite(mean.high())) {
            node.put("high", mean.high());
        } else {
            node.putNull("high");
        }
        return node.put("jvms", mean.jvms());
    }

    static ObjectNode host(Host host) {
        var node =
                NODES.objectNode()
                        .put("jdk", host.jdk())
                        .put("os", host.os())
                        .put("processors", host.processors())
                        .put("load", host.load())
                        .put("others", host.others())
                        .put("steal", host.steal())
                        .put("weighted", host.weighted());
        host.flags().forEach(node.putArray("flags")::add);
        return node;
    }

    private static ObjectNode lint(Lint lint) {
        return NODES.objectNode()
                .put("side", CellEventJson.name(lint.side()))
                .put("rule", lint.rule())
                .put("line", lint.line())
                .put("message", lint.message())
                .put("lesson", LintLessons.of(lint.rule()));
    }

    private static ObjectNode object(String type) {
        return NODES.objectNode().put("type", type);
    }
}
