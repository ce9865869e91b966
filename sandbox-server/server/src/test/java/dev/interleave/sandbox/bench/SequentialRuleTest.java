package dev.interleave.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interleave.sandbox.bench.SequentialRule.Decision;
import dev.interleave.sandbox.result.CompareResult.Claim;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** How often the rule errs, by simulation: the same numbers in every run. */
class SequentialRuleTest {

    private static final int COMPARISONS = 10_000;

    /** How pairs vary on a busy machine, and with a share of the processors of one's own. */
    private static final double BUSY = 0.163;

    private static final double WEIGHTED = 0.056;

    @Test
    void the_same_code_has_a_false_winner_in_at_most_one_comparison_in_a_hundred() {
        for (double spread : List.of(WEIGHTED, BUSY, 0.5)) {
            var claims = claims(0, normal(spread, 1));

            assertThat(winners(claims)).isLessThanOrEqualTo(0.01);
        }
    }

    @Test
    void heavy_tails_make_no_more_false_winners() {
        var claims = claims(0, heavy(BUSY, 2));

        assertThat(winners(claims)).isLessThanOrEqualTo(0.01);
    }

    @Test
    void a_difference_of_30_per_cent_is_found_and_never_with_the_wrong_sign() {
        var claims = claims(Math.log(1.3), normal(WEIGHTED, 3));

        assertThat(share(claims, Claim.LEFT_FASTER)).isGreaterThan(0.99);
        assertThat(share(claims, Claim.RIGHT_FASTER)).isZero();
    }

    @Test
    void on_a_busy_machine_most_differences_of_30_per_cent_are_found() {
        var claims = claims(-Math.log(1.3), normal(BUSY, 4));

        assertThat(share(claims, Claim.RIGHT_FASTER)).isBetween(0.75, 0.95);
        assertThat(share(claims, Claim.LEFT_FASTER)).isZero();
    }

    @Test
    void where_even_30_per_cent_would_not_be_seen_it_says_so() {
        var claims = claims(0, normal(0.5, 5));

        assertThat(share(claims, Claim.TOO_NOISY)).isGreaterThan(0.95);
    }

    @Test
    void what_is_the_same_is_called_the_same_where_the_machine_is_calm() {
        var decision = decide(0, normal(0.01, 6));

        assertThat(decision.claim()).isEqualTo(Claim.NO_DIFFERENCE_SHOWN);
        assertThat(decision.equivalent()).isTrue();
    }

    @Test
    void it_claims_nothing_before_the_fourth_pair() {
        var decision = SequentialRule.after(List.of(2.0, 2.0, 2.0), false);

        assertThat(decision.more()).isTrue();
        assertThat(decision.claim()).isEqualTo(Claim.TOO_NOISY);
    }

    @Test
    void it_does_not_claim_what_a_small_advantage_could_explain() {
        var decision = SequentialRule.after(List.of(0.02, 0.0201, 0.0199, 0.02), false);

        assertThat(decision.claim()).isEqualTo(Claim.NO_DIFFERENCE_SHOWN);
    }

    @Test
    void a_claim_is_made_more_precise_while_there_is_time() {
        var logs = List.of(3.0, 3.3, 2.9, 3.2);

        assertThat(SequentialRule.after(logs, true).more()).isTrue();
        assertThat(SequentialRule.after(logs, false))
                .isEqualTo(new Decision(false, Claim.LEFT_FASTER, false));
    }

    private static DoubleSupplier normal(double spread, long seed) {
        var random = new Random(seed);
        return () -> spread * random.nextGaussian();
    }

    /** Student's t with 3 degrees of freedom, of the same spread. */
    private static DoubleSupplier heavy(double spread, long seed) {
        var random = new Random(seed);
        return () -> {
            var squares = 0.0;
            for (var i = 0; i < 3; i++) {
                var one = random.nextGaussian();
                squares += one * one;
            }
            return spread * random.nextGaussian() / Math.sqrt(squares / 3) / Math.sqrt(3);
        };
    }

    private static Map<Claim, Integer> claims(double truth, DoubleSupplier noise) {
        Map<Claim, Integer> claims = new EnumMap<>(Claim.class);
        for (var i = 0; i < COMPARISONS; i++) {
            claims.merge(decide(truth, noise).claim(), 1, Integer::sum);
        }
        return claims;
    }

    private static Decision decide(double truth, DoubleSupplier noise) {
        List<Double> logs = new ArrayList<>();
        Decision decision;
        do {
            logs.add(truth + noise.getAsDouble());
            decision = SequentialRule.after(logs, false);
        } while (decision.more());
        return decision;
    }

    private static double winners(Map<Claim, Integer> claims) {
        return share(claims, Claim.LEFT_FASTER) + share(claims, Claim.RIGHT_FASTER);
    }

    private static double share(Map<Claim, Integer> claims, Claim claim) {
        return claims.getOrDefault(claim, 0) / (double) COMPARISONS;
    }
}
