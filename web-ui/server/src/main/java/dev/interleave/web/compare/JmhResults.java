package dev.interleave.web.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interleave.web.course.Comparison;
import dev.interleave.web.progress.ComparisonRun;
import java.util.Map;

/**
 * A measurement in the format in which JMH writes its results, for the tools that read it: two
 * results for each pair of versions.
 */
record JmhResults(Comparison comparison, ComparisonRun run) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, String> MODES =
            Map.of("throughput", "thrpt", "average", "avgt", "sample", "sample", "single", "ss");
    private static final String ITERATION = "100 ms";

    ArrayNode array() {
        var all = NODES.arrayNode();
        for (var result : results()) {
            if (result.path("type").asText().equals("verdict")) {
                all.add(benchmark(result, result.get("left")));
                all.add(benchmark(result, result.get("right")));
            }
        }
        return all;
    }

    private JsonNode results() {
        try {
            return new JsonMapper().readTree(run.results());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Results of a comparison are JSON", e);
        }
    }

    private ObjectNode benchmark(JsonNode verdict, JsonNode side) {
        var host = verdict.get("host");
        var node =
                NODES.objectNode()
                        .put("jmhVersion", "1.37")
                        .put("benchmark", name(side.get("name").asText()))
                        .put("mode", MODES.get(comparison.mode()))
                        .put("threads", 1)
                        .put("forks", verdict.get("forks").asInt())
                        .put("jvm", "java");
        node.set("jvmArgs", host.get("flags"));
        node.put("jdkVersion", host.get("jdk").asText())
                .put("vmName", "OpenJDK 64-Bit Server VM")
                .put("vmVersion", host.get("jdk").asText())
                .put("warmupIterations", 0)
                .put("warmupTime", ITERATION)
                .put("warmupBatchSize", 1)
                .put("measurementIterations", side.at("/raw/0").size())
                .put("measurementTime", ITERATION)
                .put("measurementBatchSize", 1);
        node.putObject("params").put("n", String.valueOf(run.n()));
        node.set("primaryMetric", primary(verdict.get("unit").asText(), side));
        var more = node.putObject("secondaryMetrics");
        more.set("cpu.norm", single(side.get("cpuNanosPerCall").asDouble(), "ns/op"));
        more.set(
                "gc.alloc.rate.norm", single(side.get("allocatedBytesPerCall").asDouble(), "B/op"));
        return node;
    }

    /** As JMH names a benchmark: by a class and a method, without blanks. */
    private String name(String version) {
        return comparison.id() + "." + version.strip().replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private static ObjectNode primary(String unit, JsonNode side) {
        var sum = 0.0;
        var count = 0;
        for (var fork : side.get("raw")) {
            for (var score : fork) {
                sum += score.asDouble();
                count++;
            }
        }
        var mean = count == 0 ? 0 : sum / count;
        var metric = metric(mean, side.get("error").asDouble(), unit);
        if (side.has("percentiles")) {
            metric.set("scorePercentiles", side.get("percentiles"));
        }
        metric.set("rawData", side.get("raw"));
        return metric;
    }

    private static ObjectNode single(double score, String unit) {
        var metric = metric(score, 0, unit);
        metric.putArray("rawData").addArray().add(score);
        return metric;
    }

    private static ObjectNode metric(double score, double error, String unit) {
        var metric = NODES.objectNode().put("score", score).put("scoreError", error);
        metric.putArray("scoreConfidence").add(score - error).add(score + error);
        metric.putObject("scorePercentiles").put("50.0", score);
        return metric.put("scoreUnit", unit);
    }
}
