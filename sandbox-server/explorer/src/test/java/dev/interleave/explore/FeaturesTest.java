package dev.interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.explore.features.FeatureMain;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything of the JDK that schedules are explored through, one small scenario each. */
class FeaturesTest {

    @TempDir private Path folder;

    @Test
    void each_feature_gives_the_outcome_that_its_scenario_expects() throws Exception {
        var lines =
                new ForkedJvm(folder)
                        .run(
                                FeatureMain.class,
                                "target/test-classes",
                                "src/test/resources/features");

        assertThat(lines).hasSizeGreaterThan(60);
        var softly = new SoftAssertions();
        for (var line : lines) {
            var parts = line.split("\\|");
            softly.assertThat(parts).as(line).hasSizeGreaterThan(4);
            if (parts.length < 5) continue;
            softly.assertThat(parts[2]).as(line).isEqualTo(parts[1]);
            softly.assertThat(parts[3]).as("two replays were the same: " + line).isEqualTo("true");
            softly.assertThat(parts[parts.length - 1])
                    .as("replays that differ: " + line)
                    .isEqualTo("0");
        }
        softly.assertAll();
    }

    @Test
    void without_a_hook_nothing_is_explored() throws Exception {
        var jvm = new ForkedJvm(folder);
        for (var flag :
                new String[] {"-javaagent", "--add-opens=java.base/java.lang=", "-XX:hashCode"}) {
            var lines =
                    jvm.run(
                            jvm.flagsWithout(flag),
                            FeatureMain.class,
                            "target/test-classes",
                            "src/test/resources/features",
                            "synchronizedCounter");
            assertThat(String.join("\n", lines))
                    .as(flag)
                    .contains("cannot be explored")
                    .doesNotContain("passed|");
        }
    }
}
