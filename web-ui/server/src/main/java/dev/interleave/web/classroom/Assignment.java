package dev.interleave.web.classroom;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * An exercise that a class has to do, as one learner is concerned.
 *
 * @param releaseAt when learners begin to see it, or null where they do at once
 * @param dueAt when it is due, with the learner's extension, or null
 * @param attempts how often it may be handed in; 0 is any number of times
 * @param latePercent that each day costs, where that is the rule
 * @param autoHandIn whether what a learner saved last is handed in for them when it is due
 * @param resultsHeld whether learners do not see results yet
 */
public record Assignment(
        String exercise,
        Instant releaseAt,
        Instant dueAt,
        int attempts,
        LateRule lateRule,
        int latePercent,
        boolean autoHandIn,
        boolean resultsHeld) {

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** Days begun after the due date. */
    public long daysLate(Instant handedIn) {
        if (dueAt == null || !handedIn.isAfter(dueAt)) {
            return 0;
        }
        return (Duration.between(dueAt, handedIn).toMillis() + DAY - 1) / DAY;
    }

    /** What a score is worth when it was handed in then. */
    public double points(double score, Instant handedIn) {
        if (lateRule != LateRule.PENALTY) {
            return score;
        }
        var kept = 100 - Math.min(100, latePercent * daysLate(handedIn));
        return Math.round(score * kept) / 100.0;
    }

    /** Whether learners see it then. */
    public boolean released(Instant now) {
        return releaseAt == null || !now.isBefore(releaseAt);
    }

    /** Whether it can be handed in then. */
    public boolean open(Instant now) {
        return lateRule != LateRule.CUT_OFF || dueAt == null || !now.isAfter(dueAt);
    }

    /**
     * As a learner is concerned.
     *
     * @param longer other due dates of that learner by exercise, or null
     */
    public Assignment forLearner(Map<String, Instant> longer) {
        return longer == null ? this : dueAt(longer.getOrDefault(exercise, dueAt));
    }

    Assignment dueAt(Instant other) {
        return new Assignment(
                exercise,
                releaseAt,
                other,
                attempts,
                lateRule,
                latePercent,
                autoHandIn,
                resultsHeld);
    }
}
