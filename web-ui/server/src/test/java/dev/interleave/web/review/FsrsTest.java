package dev.interleave.web.review;

import static dev.interleave.web.review.Rating.AGAIN;
import static dev.interleave.web.review.Rating.EASY;
import static dev.interleave.web.review.Rating.GOOD;
import static dev.interleave.web.review.Rating.HARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interleave.web.language.Language;
import dev.interleave.web.language.Texts;
import dev.interleave.web.progress.CardReviews.Review;
import dev.interleave.web.review.Schedule.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values are those that py-fsrs, the reference implementation of FSRS-6, is tested with. */
class FsrsTest {

    private static final Texts ENGLISH = new Texts(Language.ENGLISH, Map.of());

    private static final Instant START = Instant.parse("2022-11-29T12:30:00Z");
    private static final Schedule NEW = Schedule.of(List.of());

    @Test
    void days_between_reviews_are_those_of_the_reference() {
        var ratings =
                List.of(
                        GOOD, GOOD, GOOD, GOOD, GOOD, GOOD, AGAIN, AGAIN, GOOD, GOOD, GOOD, GOOD,
                        GOOD);
        var days = new ArrayList<Long>();
        var schedule = NEW;
        var now = START;
        for (var rating : ratings) {
            schedule = schedule.after(rating, now);
            days.add(Duration.between(now, schedule.due()).toDays());
            now = schedule.due();
        }

        assertThat(days)
                .containsExactly(0L, 2L, 11L, 46L, 163L, 498L, 0L, 0L, 2L, 4L, 7L, 12L, 21L);
    }

    @Test
    void memory_is_that_of_the_reference() {
        var ratings = List.of(AGAIN, GOOD, GOOD, GOOD, GOOD, GOOD);
        var days = List.of(0, 0, 1, 3, 8, 21);
        var reviews = new ArrayList<Review>();
        var now = START;
        for (var i = 0; i < ratings.size(); i++) {
            now = now.plus(Duration.ofDays(days.get(i)));
            reviews.add(new Review(ratings.get(i).grade(), now));
        }
        var memory = Schedule.of(reviews).memory();

        assertThat(memory.stability()).isCloseTo(53.62691, within(1e-4));
        assertThat(memory.difficulty()).isCloseTo(6.3574867, within(1e-4));
    }

    @Test
    void answers_that_are_always_easy_end_at_the_least_difficulty() {
        var schedule = NEW;
        for (var i = 0; i < 10; i++) {
            schedule = schedule.after(EASY, START.plusNanos(1000L * i));
        }

        assertThat(schedule.memory().difficulty()).isEqualTo(1);
    }

    @Test
    void a_stable_memory_is_one_that_is_there_with_nine_in_ten_when_it_is_due() {
        var memory = new Memory(30, 5);

        assertThat(Fsrs.interval(memory)).isEqualTo(Duration.ofDays(30));
        assertThat(Fsrs.retrievability(memory, 30)).isCloseTo(0.9, within(1e-12));
        assertThat(Fsrs.interval(new Memory(1e9, 1))).isEqualTo(Duration.ofDays(36_500));
        assertThat(Fsrs.interval(new Memory(0.01, 10))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void a_new_card_comes_back_after_minutes_until_it_is_known() {
        assertThat(NEW.interval(AGAIN, START)).isEqualTo(Duration.ofMinutes(1));
        assertThat(NEW.interval(HARD, START)).isEqualTo(Duration.ofSeconds(330));
        assertThat(NEW.interval(GOOD, START)).isEqualTo(Duration.ofMinutes(10));
        assertThat(NEW.interval(EASY, START)).isEqualTo(Duration.ofDays(8));
        var second = NEW.after(GOOD, START);
        assertThat(second.interval(AGAIN, second.due())).isEqualTo(Duration.ofMinutes(1));
        assertThat(second.interval(HARD, second.due())).isEqualTo(Duration.ofMinutes(10));
        assertThat(second.after(GOOD, second.due()).phase()).isEqualTo(Phase.KNOWN);
    }

    @Test
    void a_card_that_was_forgotten_comes_back_after_ten_minutes() {
        var known = NEW.after(EASY, START);
        var forgotten = known.after(AGAIN, known.due());

        assertThat(forgotten.phase()).isEqualTo(Phase.RELEARNING);
        assertThat(forgotten.memory().stability()).isLessThan(known.memory().stability());
        assertThat(known.interval(AGAIN, known.due())).isEqualTo(Duration.ofMinutes(10));
        assertThat(forgotten.interval(HARD, forgotten.due())).isEqualTo(Duration.ofMinutes(15));
        assertThat(forgotten.after(GOOD, forgotten.due()).phase()).isEqualTo(Phase.KNOWN);
    }

    @Test
    void times_are_told_in_the_unit_that_fits() {
        assertThat(Intervals.words(Duration.ofSeconds(20), ENGLISH)).isEqualTo("1 minute");
        assertThat(Intervals.words(Duration.ofSeconds(330), ENGLISH)).isEqualTo("6 minutes");
        assertThat(Intervals.words(Duration.ofHours(1), ENGLISH)).isEqualTo("1 hour");
        assertThat(Intervals.words(Duration.ofDays(1), ENGLISH)).isEqualTo("1 day");
        assertThat(Intervals.words(Duration.ofDays(59), ENGLISH)).isEqualTo("59 days");
        assertThat(Intervals.words(Duration.ofDays(163), ENGLISH)).isEqualTo("5 months");
        assertThat(Intervals.words(Duration.ofDays(1200), ENGLISH)).isEqualTo("3 years");
    }
}
