package dev.interleave.web.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignmentTest {

    private static final Instant DUE = Instant.parse("2027-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "-PT1S, 0, 10",
        "PT0S, 0, 10",
        "PT0.001S, 1, 7",
        "PT24H, 1, 7",
        "PT24H0.001S, 2, 4",
        "PT100H, 5, 0"
    })
    void each_day_begun_costs_some_percent(Duration late, long days, double points) {
        var assignment = assignment(DUE, LateRule.PENALTY);

        assertThat(assignment.daysLate(DUE.plus(late))).isEqualTo(days);
        assertThat(assignment.points(10, DUE.plus(late))).isEqualTo(points);
        assertThat(assignment.open(DUE.plus(late))).isTrue();
    }

    @Test
    void after_a_cut_off_nothing_is_accepted() {
        var assignment = assignment(DUE, LateRule.CUT_OFF);

        assertThat(assignment.open(DUE)).isTrue();
        assertThat(assignment.open(DUE.plusMillis(1))).isFalse();
        assertThat(assignment.dueAt(DUE.plusMillis(1)).open(DUE.plusMillis(1))).isTrue();
        assertThat(assignment.points(10, DUE.plusSeconds(1))).isEqualTo(10);
    }

    @Test
    void without_a_date_nothing_is_late() {
        var assignment = assignment(null, LateRule.PENALTY);

        assertThat(assignment.daysLate(Instant.MAX)).isZero();
        assertThat(assignment.points(10, DUE)).isEqualTo(10);
    }

    @Test
    void learners_see_it_from_its_release_on() {
        var assignment = new Assignment("x", DUE, null, 0, LateRule.NONE, 0, false, false);

        assertThat(assignment.released(DUE.minusMillis(1))).isFalse();
        assertThat(assignment.released(DUE)).isTrue();
        assertThat(assignment(DUE, LateRule.NONE).released(Instant.MIN)).isTrue();
    }

    private static Assignment assignment(Instant due, LateRule rule) {
        return new Assignment("x", null, due, 0, rule, 30, false, false);
    }
}
