package dev.interleave.web.handin;

import java.time.Instant;

/**
 * Points that somebody gave by hand.
 *
 * @param comment for the learner, or empty
 * @param by login of who gave them
 */
public record ManualGrade(double points, String comment, String by, Instant at) {}
