package dev.interleave.web.gradebook;

import dev.interleave.csv.CsvLines;
import dev.interleave.web.classroom.Member;
import dev.interleave.web.handin.GradeHistory;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What happened to a grade, as a line of comma-separated values. Times are UTC (ISO 8601). */
final class HistoryLine {

    static final List<String> HEAD =
            List.of(
                    "name",
                    "login",
                    "section",
                    "exercise",
                    "attempt",
                    "what",
                    "at",
                    "by",
                    "points",
                    "max",
                    "tests",
                    "seeds");

    private HistoryLine() {}

    static List<String> of(Member learner, GradeHistory.Entry entry) {
        return List.of(
                learner.name(),
                learner.login(),
                learner.section(),
                entry.key().exercise(),
                entry.attempt() == 0 ? "" : String.valueOf(entry.attempt()),
                entry.what().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                entry.at().toString(),
                text(entry.by()),
                number(entry.points()),
                number(entry.max()),
                text(entry.tests()),
                entry.seeds());
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String number(Double value) {
        return value == null ? "" : CsvLines.number(value);
    }
}
