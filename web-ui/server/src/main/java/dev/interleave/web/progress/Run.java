package dev.interleave.web.progress;

import java.time.Instant;
import java.util.List;

/**
 * One run of a cell.
 *
 * @param number counts from 1 in each lesson of each learner, in the order of the runs
 * @param text what was run
 * @param status {@code running}, or how it ended; {@code queued} while it waits
 * @param limit the limit that ended it, or null
 * @param message what there is to explain, or null
 * @param evalMillis null until it has ended
 * @param events what it told, each a JSON object
 */
public record Run(
        long number,
        String cell,
        String text,
        String status,
        String limit,
        String message,
        Double evalMillis,
        Instant startedAt,
        List<String> events) {

    /** Status of a run that the end of the server cut off. */
    public static final String INTERRUPTED = "interrupted";
}
