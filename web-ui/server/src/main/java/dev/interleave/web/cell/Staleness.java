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
 *   <li>when a cell above it was run after it;
 *   <li>when a cell above it was edited and not run since, or is stale itself: its next run will
 *       come after this one's.
 * </ol>
 */
final class Staleness {

    private Staleness() {}

    /** Why a cell is stale: because of itself, or because of a cell above. */
    enum Reason {
        EDITED,
        ABOVE;

        String json() {
            return name().toLowerCase(Locale.ROOT);
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

    /** The stale ones among the cells of a lesson, which come from top to bottom. */
    static Map<String, Reason> of(List<Known> cells) {
        var stale = new LinkedHashMap<String, Reason>();
        var changedAbove = false;
        var lastAbove = 0L;
        for (var cell : cells) {
            if (cell.ran() != null && cell.edited()) {
                stale.put(cell.id(), Reason.EDITED);
            } else if (cell.ran() != null && (changedAbove || lastAbove > cell.run())) {
                stale.put(cell.id(), Reason.ABOVE);
            }
            changedAbove |= cell.edited() || stale.containsKey(cell.id());
            lastAbove = Math.max(lastAbove, cell.run());
        }
        return stale;
    }
}
