package dev.interleave.web.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interleave.sandbox.result.Grade;
import dev.interleave.sandbox.result.Grade.TestGrade;
import dev.interleave.web.progress.Attempt;
import dev.interleave.web.progress.Database;
import dev.interleave.web.progress.ExerciseKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one place that decides what learners see of hidden tests, in hand-ins and in practice alike:
 * an exercise that several of their classes have is as open as the strictest of these wants.
 *
 * <p>Threading: any thread may call anything.
 */
public final class ShownReports {

    private static final String RULES =
            """
            SELECT c.hidden_tests, COALESCE(e.due_at, a.due_at) AS due_at,
                EXISTS (SELECT 1 FROM hand_in h WHERE h.class = a.class AND h.exercise = a.exercise
                    AND h.learner = m.account AND h.verdict = 'passed' AND a.results_held = 0)
                OR EXISTS (SELECT 1 FROM attempt t WHERE t.learner = m.account
                    AND t.exercise = a.exercise AND t.kind = 'submit' AND t.verdict = 'passed')
                AS passed
            FROM class_member m JOIN class c ON c.id = m.class
            JOIN assignment a ON a.class = m.class
            LEFT JOIN extension e ON e.class = a.class AND e.exercise = a.exercise
                AND e.account = m.account
            WHERE m.account = :learner AND m.role = 'learner' AND a.exercise = :exercise
                AND c.hidden_tests <> 'always'
            """;

    private final Database database;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    public ShownReports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether a learner may see now what the hidden tests of an exercise look at. */
    public boolean open(String learner, String exercise) {
        return database
                .read(
                        db ->
                                db.createQuery(RULES)
                                        .bindMap(Map.of("learner", learner, "exercise", exercise))
                                        .map(
                                                (row, _) ->
                                                        open(
                                                                row.getString("hidden_tests"),
                                                                row.getObject("due_at") == null
                                                                        ? null
                                                                        : Instant.ofEpochMilli(
                                                                                row.getLong(
                                                                                        "due_at")),
                                                                row.getBoolean("passed")))
                                        .list())
                .stream()
                .allMatch(open -> open);
    }

    private boolean open(String rule, Instant due, boolean passed) {
        return switch (HiddenTests.of(rule).orElseThrow()) {
            case ALWAYS -> true;
            case PASSED -> passed;
            case DUE -> due != null && clock.instant().isAfter(due);
            case NEVER -> false;
        };
    }

    /** An attempt as its learner may see it. */
    public Attempt of(ExerciseKey key, Attempt attempt) {
        return of(key, List.of(attempt)).getFirst();
    }

    /** Attempts at an exercise as their learner may see them. */
    public List<Attempt> of(ExerciseKey key, List<Attempt> attempts) {
        if (attempts.stream().allMatch(each -> each.report() == null)
                || open(key.learner(), key.exercise())) {
            return attempts;
        }
        return attempts.stream().map(each -> each.withReport(without(each.report()))).toList();
    }

    /** A report, as JSON, as its learner may see it; null stays null. */
    public String of(String learner, String exercise, String report) {
        return report == null || open(learner, exercise) ? report : without(report);
    }

    private String without(String report) {
        if (report == null) {
            return null;
        }
        try {
            return json.writeValueAsString(without(json.readValue(report, Grade.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Reports are grades", e);
        }
    }

    /** Leaves of hidden tests only whether they passed, their points, and the kind of fault. */
    public static Grade without(Grade grade) {
        var tests = new ArrayList<TestGrade>();
        var hidden = 0;
        for (var test : grade.tests()) {
            tests.add(test.hidden() ? without(test, ++hidden) : test);
        }
        return new Grade(
                grade.verdict(),
                grade.score(),
                grade.max(),
                grade.message(),
                tests,
                grade.millis(),
                grade.testsVersion());
    }

    private static TestGrade without(TestGrade test, int number) {
        return new TestGrade(
                "Hidden test " + number,
                test.task(),
                true,
                test.passed(),
                test.points(),
                test.max(),
                test.fault(),
                test.passed() ? null : "Your class does not show what this test looks at.",
                List.of(),
                null,
                null,
                List.of());
    }
}
