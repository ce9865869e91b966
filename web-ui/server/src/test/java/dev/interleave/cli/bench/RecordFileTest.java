package dev.interleave.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interleave.cli.bench.DuelRecord.Version;
import dev.interleave.sandbox.result.CompareResult.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What benchmarks keep in files, and what {@code bench compare.aa} counts. */
class RecordFileTest {

    @TempDir Path work;

    @Test
    void what_was_measured_is_gone_on_with_even_after_half_a_line() throws IOException {
        var file = work.resolve("duels.jsonl");
        var first = duel(List.of(10.0, 11.0), List.of(20.0, 21.0));
        var failed = DuelRecord.failed("same", 7, "It ended its JVM.");
        var fresh = duels(file, false);
        assertThat(fresh.open()).isEmpty();
        fresh.add(first);
        Files.writeString(file, "{\"kind\":\"sa", StandardOpenOption.APPEND);

        var resumed = duels(file, true);
        assertThat(resumed.open()).containsExactly(first);
        resumed.add(failed);

        assertThat(duels(file, true).open()).containsExactly(first, failed);
    }

    @Test
    void what_was_measured_is_not_overwritten() throws IOException {
        var file = duels(work.resolve("duels.jsonl"), false);
        file.add(duel(List.of(1.0), List.of(1.0)));

        assertThatThrownBy(file::open).hasMessageContaining("--resume");
    }

    @Test
    void others_claim_what_is_far_apart_and_not_what_is_mixed() {
        var apart = duel(List.of(10.0, 11.0), List.of(20.0, 21.0));
        var mixed = duel(List.of(10.0, 20.0), List.of(11.0, 21.0));

        assertThat(Bars.byBars(apart)).isEqualTo(Claim.LEFT_FASTER);
        assertThat(Bars.byBootstrap(apart, new SplittableRandom(1))).isEqualTo(Claim.LEFT_FASTER);
        assertThat(Bars.byBars(mixed)).isEqualTo(Claim.NO_DIFFERENCE_SHOWN);
        assertThat(Bars.byBootstrap(mixed, new SplittableRandom(1)))
                .isEqualTo(Claim.NO_DIFFERENCE_SHOWN);
    }

    /** Against the tables of Clopper and Pearson. */
    @Test
    void a_share_has_the_interval_of_clopper_and_pearson() {
        assertThat(new Share(0, 200).low()).isZero();
        assertThat(new Share(0, 200).high()).isCloseTo(0.018275, within(1e-5));
        assertThat(new Share(5, 100).low()).isCloseTo(0.016432, within(1e-5));
        assertThat(new Share(5, 100).high()).isCloseTo(0.112835, within(1e-5));
        assertThat(new Share(100, 100).low()).isCloseTo(0.963783, within(1e-5));
        assertThat(new Share(100, 100).high()).isEqualTo(1);
    }

    private static RecordFile<DuelRecord> duels(Path file, boolean resume) {
        return new RecordFile<>(file, resume, DuelRecord.class);
    }

    /** Each value is what all iterations of a JVM took; JMH's bars are as wide as 4. */
    private static DuelRecord duel(List<Double> left, List<Double> right) {
        return new DuelRecord(
                "same",
                7,
                null,
                Claim.NO_DIFFERENCE_SHOWN,
                1,
                0.9,
                Double.POSITIVE_INFINITY,
                12,
                0.1,
                "25",
                version(left),
                version(right));
    }

    private static Version version(List<Double> jvms) {
        return new Version(2, jvms.stream().map(one -> List.of(one, one)).toList());
    }
}
