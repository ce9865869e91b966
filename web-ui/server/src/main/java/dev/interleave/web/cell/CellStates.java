package dev.interleave.web.cell;

import dev.interleave.web.cell.LessonState.CellState;
import dev.interleave.web.course.Lesson;
import dev.interleave.web.course.Lesson.LessonCell;
import dev.interleave.web.progress.Draft;
import dev.interleave.web.progress.Run;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is stored of one learner's cells, put together with what is still under way.
 *
 * <p>Threading: immutable; what it reads is as of its workbook's lock.
 */
record CellStates(String learner, Store store) {

    /**
     * Every cell of a lesson from top to bottom, with its last run.
     *
     * @param earlierRuns the runs up to this number belong to sessions that are over
     */
    Map<String, CellState> of(Lesson lesson, Collection<LiveRun> live, long earlierRuns) {
        var drafts = store.drafts().of(learner, lesson.id());
        var runs = store.runs().latest(learner, lesson.id());
        live.forEach(run -> runs.put(run.cell(), run.soFar()));
        var stale = stale(lesson, drafts, runs, earlierRuns);
        var cells = new LinkedHashMap<String, CellState>();
        for (var cell : lesson.cells()) {
            var draft = drafts.getOrDefault(cell.id(), Draft.NONE);
            var state = CellState.of(draft, runs.get(cell.id()), stale.get(cell.id()));
            cells.put(cell.id(), state);
        }
        return cells;
    }

    /** The cells of a lesson whose results are out of date. */
    Map<String, Staleness.Reason> stale(Lesson lesson, long earlierRuns) {
        var drafts = store.drafts().of(learner, lesson.id());
        var runs = store.runs().latestWithoutEvents(learner, lesson.id());
        return stale(lesson, drafts, runs, earlierRuns);
    }

    private static Map<String, Staleness.Reason> stale(
            Lesson lesson, Map<String, Draft> drafts, Map<String, Run> runs, long earlierRuns) {
        return Staleness.of(
                lesson.cells().stream()
                        .map(cell -> known(cell, drafts.get(cell.id()), runs.get(cell.id())))
                        .toList(),
                earlierRuns);
    }

    private static Staleness.Known known(LessonCell cell, Draft draft, Run run) {
        return new Staleness.Known(
                cell.id(),
                cell.source(),
                draft == null || draft.text() == null ? cell.source() : draft.text(),
                run == null ? null : cell.isAuthors(run.text()) ? cell.source() : run.text(),
                run == null ? 0 : run.number());
    }
}
