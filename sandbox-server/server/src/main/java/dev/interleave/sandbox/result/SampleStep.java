package dev.interleave.sandbox.result;

/**
 * One step of a cell's schedule.
 *
 * @param thread its name; empty where the environment acted
 * @param line of the cell, or of the earlier declaration; 0 if it is not known
 * @param own whether that line is the cell's
 * @param code that line
 * @param what in words, such as {@code write Counter.value}; may be empty
 * @param nanos virtual time since the run began
 */
public record SampleStep(
        ScheduleStep.Kind kind,
        String thread,
        int line,
        boolean own,
        String code,
        String what,
        long nanos) {}
