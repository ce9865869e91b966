package dev.interleave.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.result.CompareEvent;
import dev.interleave.sandbox.result.CompareResult;
import dev.interleave.sandbox.result.CompareResult.Claim;
import dev.interleave.sandbox.result.CompareResult.Host;
import dev.interleave.sandbox.result.CompareResult.Lint;
import dev.interleave.sandbox.result.CompareResult.Means;
import dev.interleave.sandbox.result.CompareResult.Summary;
import dev.interleave.sandbox.result.CompareResult.Verdict;
import dev.interleave.sandbox.result.Mean;
import dev.interleave.sandbox.result.Ratio;
import dev.interleave.sandbox.result.Side;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareEventJsonTest {

    @Test
    void an_iteration_names_its_side_and_whether_it_counts() {
        var event = new CompareEvent.Iteration(Side.LEFT, 1, 3, true, 2.5, 7, 16);

        assertThat(text(event))
                .isEqualTo(
                        "{\"type\":\"iteration\",\"side\":\"left\",\"fork\":1,\"iteration\":3,"
                                + "\"warmup\":true,\"score\":2.5,\"cpuNanosPerCall\":7.0,"
                                + "\"allocatedBytesPerCall\":16.0,\"unit\":\"ops/s\"}");
    }

    @Test
    void an_interval_without_an_end_has_null_for_it() {
        var event = new CompareEvent.Estimate(1, 2, new Ratio(2, 0, Double.POSITIVE_INFINITY));

        assertThat(text(event))
                .isEqualTo(
                        "{\"type\":\"estimate\",\"ratio\":2.0,\"low\":0.0,\"high\":null,"
                                + "\"forks\":1,\"pair\":2.0}");
    }

    @Test
    void a_verdict_has_its_claim_its_interval_and_everything_around_it() {
        var left = summary("A.java");
        var host = new Host("25", "Linux", 2, List.of("-Xmx1m"), 0.5, 0.25, 0.125, true);
        var lint = new Lint(Side.RIGHT, "dead-code", 4, "Return it.");
        var node =
                CompareEventJson.of(
                        new CompareEvent.Ended(
                                new Verdict(
                                        Claim.NO_DIFFERENCE_SHOWN,
                                        true,
                                        new Ratio(1, 0.9, 1.1),
                                        List.of(0.9, 1.1),
                                        0.99,
                                        4,
                                        12.5,
                                        "ops/s",
                                        left,
                                        summary("B.java"),
                                        host,
                                        List.of(lint),
                                        "The same.")),
                        "ops/s");

        assertThat(node.path("type").textValue()).isEqualTo("verdict");
        assertThat(node.path("claim").textValue()).isEqualTo("no-difference-shown");
        assertThat(node.path("low").doubleValue()).isEqualTo(0.9);
        assertThat(node.path("forks").intValue()).isEqualTo(4);
        assertThat(node.path("ratios")).asString().isEqualTo("[0.9,1.1]");
        assertThat(node.path("left").path("error").doubleValue()).isEqualTo(0.5);
        assertThat(node.path("left").path("raw")).asString().isEqualTo("[[1.0,3.0]]");
        assertThat(node.path("left").path("percentiles").path("50.0").doubleValue()).isEqualTo(9);
        assertThat(node.path("host").path("steal").doubleValue()).isEqualTo(0.125);
        assertThat(node.path("left").path("means"))
                .asString()
                .isEqualTo(
                        "{\"confidence\":0.99,"
                                + "\"score\":{\"value\":2.0,\"low\":1.0,\"high\":3.0,\"jvms\":4},"
                                + "\"cpuNanosPerCall\":"
                                + "{\"value\":5.0,\"low\":0.0,\"high\":null,\"jvms\":1},"
                                + "\"allocatedBytesPerCall\":"
                                + "{\"value\":6.0,\"low\":6.0,\"high\":6.0,\"jvms\":4},"
                                + "\"threads\":{\"value\":7.0,\"low\":6.0,\"high\":8.0,\"jvms\":4},"
                                + "\"memoryPerTask\":null,"
                                + "\"percentiles\":{\"50.0\":"
                                + "{\"value\":9.0,\"low\":8.0,\"high\":10.0,\"jvms\":4}}}");
        assertThat(node.path("host").path("flags").path(0).textValue()).isEqualTo("-Xmx1m");
        assertThat(node.path("lints").path(0).path("rule").textValue()).isEqualTo("dead-code");
        assertThat(node.path("lints").path(0).path("lesson").textValue())
                .isEqualTo("s1-00-course-map-and-method#way-measure");
    }

    @Test
    void versions_that_disagree_show_both_values() {
        var result = new CompareResult.Disagreement("1", "2");

        assertThat(text(new CompareEvent.Ended(result)))
                .isEqualTo("{\"type\":\"disagreement\",\"left\":\"1\",\"right\":\"2\"}");
    }

    private static Summary summary(String name) {
        return new Summary(
                name,
                2,
                0.5,
                List.of(2.0),
                List.of(List.of(1.0, 3.0)),
                5,
                6,
                7,
                Map.of(50.0, 9.0),
                new Means(
                        new Mean(2, 1, 3, 4),
                        new Mean(5, 0, Double.POSITIVE_INFINITY, 1),
                        new Mean(6, 6, 6, 4),
                        new Mean(7, 6, 8, 4),
                        Mean.UNKNOWN,
                        Map.of(50.0, new Mean(9, 8, 10, 4))));
    }

    private static String text(CompareEvent event) {
        return CompareEventJson.of(event, "ops/s").toString();
    }
}
