package dev.interleave.web.gradebook;

import dev.interleave.web.classroom.Classroom;
import dev.interleave.web.handin.HandInKey;
import dev.interleave.web.handin.ManualGrade;
import dev.interleave.web.page.Points;
import dev.interleave.web.page.Site;
import dev.interleave.web.page.TeachingPage;
import java.util.Map;

/**
 * Points by hand before they are imported.
 *
 * @param csv as it was pasted
 * @param typed null before anything was pasted
 * @param present points by hand of now
 */
public record PointsPage(
        Site site,
        Classroom classroom,
        String exercise,
        String title,
        String csv,
        TypedPoints typed,
        Map<HandInKey, ManualGrade> present)
        implements TeachingPage {

    /** Points by hand that a line replaces, in words. */
    public String before(TypedPoints.Line line) {
        var key = new HandInKey(classroom.id(), exercise, line.learner().account());
        var found = present.get(key);
        return found == null ? "none by hand" : Points.of(found.points());
    }

    @Override
    public String template() {
        return "gradebook/points.jte";
    }
}
