package dev.interleave.sandbox.grade;

import java.time.Duration;

/**
 * Limits of grading that no exercise changes.
 *
 * @param compileCpu processor time for compiling a submission with its tests
 */
public record JudgeSettings(Duration compileCpu) {

    public static final JudgeSettings DEFAULT = new JudgeSettings(Duration.ofSeconds(15));
}
