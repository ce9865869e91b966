package dev.interleave.web.review;

import dev.interleave.web.progress.CardReviews.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a card is due, as its reviews so far say. A new card, and one that was forgotten, is shown
 * again after minutes until it is known; from then on FSRS says after how many days.
 *
 * @param step in the minutes of its phase, from 0
 * @param memory null as long as the card is new
 * @param reviewed when it was reviewed last, or null
 * @param due when it is due next, or null as long as the card is new
 * @param reviews how many there were
 */
record Schedule(Phase phase, int step, Memory memory, Instant reviewed, Instant due, int reviews) {

    private static final Schedule NEW = new Schedule(Phase.LEARNING, 0, null, null, null, 0);

    /** Where a card is on its way. */
    enum Phase {
        LEARNING(Duration.ofMinutes(1), Duration.ofMinutes(10)),
        KNOWN,
        RELEARNING(Duration.ofMinutes(10));

        private final List<Duration> steps;

        Phase(Duration... steps) {
            this.steps = List.of(steps);
        }
    }

    /** The schedule of a card after these reviews, the oldest first. */
    static Schedule of(List<Review> reviews) {
        var schedule = NEW;
        for (var review : reviews) {
            schedule = schedule.after(Rating.of(review.grade()), review.at());
        }
        return schedule;
    }

    boolean isNew() {
        return memory == null;
    }

    /** The schedule after one more review. */
    Schedule after(Rating rating, Instant now) {
        var next = memory == null ? Fsrs.first(rating) : Fsrs.next(memory, days(now), rating);
        if (phase == Phase.KNOWN) {
            return rating == Rating.AGAIN ? again(Phase.RELEARNING, next, now) : known(next, now);
        }
        return switch (rating) {
            case AGAIN -> again(phase, next, now);
            case HARD -> wait(step, hard(), next, now);
            case GOOD ->
                    step + 1 < phase.steps.size()
                            ? wait(step + 1, phase.steps.get(step + 1), next, now)
                            : known(next, now);
            case EASY -> known(next, now);
        };
    }

    /** The time from a review with this rating until the next one. */
    Duration interval(Rating rating, Instant now) {
        return Duration.between(now, after(rating, now).due());
    }

    private long days(Instant now) {
        return Math.max(0, Duration.between(reviewed, now).toDays());
    }

    /** Longer than after {@code AGAIN}, and not as long as after {@code GOOD}. */
    private Duration hard() {
        var steps = phase.steps;
        if (step > 0) {
            return steps.get(step);
        }
        return steps.size() == 1
                ? steps.getFirst().multipliedBy(3).dividedBy(2)
                : steps.get(0).plus(steps.get(1)).dividedBy(2);
    }

    private Schedule again(Phase of, Memory next, Instant now) {
        var due = now.plus(of.steps.getFirst());
        return new Schedule(of, 0, next, now, due, reviews + 1);
    }

    private Schedule wait(int at, Duration time, Memory next, Instant now) {
        return new Schedule(phase, at, next, now, now.plus(time), reviews + 1);
    }

    private Schedule known(Memory next, Instant now) {
        var due = now.plus(Fsrs.interval(next));
        return new Schedule(Phase.KNOWN, 0, next, now, due, reviews + 1);
    }
}
