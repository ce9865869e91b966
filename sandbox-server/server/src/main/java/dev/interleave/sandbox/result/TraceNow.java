package dev.interleave.sandbox.result;

import dev.interleave.sandbox.result.TraceEnd.Note;
import java.util.List;

/**
 * What a run is at while it goes on.
 *
 * @param at milliseconds since the run's start
 * @param open what threads are at, of which no span tells before it is over; those that wait first,
 *     and not more than a page can use
 * @param notes what is remarkable so far; the end has all of them again, perhaps in other figures
 */
public record TraceNow(double at, List<TraceSpan> open, List<Note> notes) {}
