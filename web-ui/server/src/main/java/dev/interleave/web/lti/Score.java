package dev.interleave.web.lti;

import java.time.Instant;

/**
 * Points of a learner for a platform.
 *
 * @param points null where none count any more
 * @param at the platform's time of them, which only grows
 * @param tries of this value so far
 */
record Score(
        String classId,
        String exercise,
        String learner,
        Double points,
        double max,
        Instant at,
        int tries) {}
