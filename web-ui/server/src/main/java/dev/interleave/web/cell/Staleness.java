package dev.interleave.web.cell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says which cells show a result that is out of date. A cell that was never run shows none, and is
 * never stale. Another is stale
 *
 * <ol>
 *   <li>when it was edited since it was run;
 *   <li>when the session that it was run in is over, with all variables;
 *   <li>when a cell above it was run after it;
 *   <li>when a cell above it was edited and not run since, or is stale itself: its next run will
 *       come after this one's.
 * </ol>
 *
 * <p>A cell of an earlier session counts for those below as one that was not run.
 */
final class Staleness {

    private Staleness() {}

    /** Why a cell is stale: because of itself, its session, or a cell above. */
    enum Reason {
        EDITED,
        SESSION_OVER,
        ABOVE;

        String json() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What is known of one cell.
     *
     * @param author the author's text
     * @param text what it holds now
     * @param ran what was run last; null if it was never run
     * @param run number of its last run; runs of later numbers came later
     */
    record Known(String id, String author, String text, String ran, long run) {

        boolean edited() {
            return !text.equals(ran == null ? author : ran);
        }
    }

    /**
     * The stale ones among the cells of a lesson, which come from top to bottom.
     *
     * @param earlierRuns the runs up to this number belong to sessions that are over
     */
    static Map<String, Reason> of(List<Known> cells, long earlierRuns) {
        var stale = new LinkedHashMap<String, Reason>();
        var changedAbove = false;
        var lastAbove = 0L;
        for (var cell : cells) {
            var reason = reason(cell, changedAbove || lastAbove > cell.run(), earlierRuns);
            if (reason != null) {
                stale.put(cell.id(), reason);
            }
            changedAbove |= cell.edited() || reason == Reason.ABOVE;
            lastAbove = Math.max(lastAbove, cell.run());
        }
        return stale;
    }

    private static Reason reason(Known cell, boolean newerAbove, long earlierRuns) {
        if (cell.ran() == null) {
            return null;
        }
        if (cell.edited()) {
            return Reason.EDITED;
        }
        if (cell.run() <= earlierRuns) {
            return Reason.SESSION_OVER;
        }
        return newerAbove ? Reason.ABOVE : null;
    }
}
