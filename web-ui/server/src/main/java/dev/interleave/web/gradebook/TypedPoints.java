package dev.interleave.web.gradebook;

import dev.interleave.csv.CsvTable;
import dev.interleave.web.account.Accounts;
import dev.interleave.web.classroom.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Points by hand, read from comma-separated values with the columns {@code login}, {@code points}
 * and, if wanted, {@code comment}.
 *
 * @param problems what is wrong, with the number of the line; empty if it can be imported
 */
public record TypedPoints(List<Line> lines, List<String> problems) {

    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_COMMENT = 5_000;

    /** One learner's. */
    public record Line(Member learner, double points, String comment) {}

    static TypedPoints read(String csv, List<Member> learners) {
        Map<String, Member> byLogin =
                learners.stream().collect(Collectors.toMap(Member::login, Function.identity()));
        var table = CsvTable.read(csv, MOST_LINES, List.of("login", "points"));
        var lines = new ArrayList<Line>();
        var problems = new ArrayList<>(table.problems());
        var seen = new HashSet<String>();
        for (var each : table.lines()) {
            var login = Accounts.login(each.field("login"));
            var points = each.field("points").replace(',', '.');
            var problem = problem(login, points, each.field("comment"), byLogin, seen);
            if (problem != null) {
                problems.add("Line %d: %s".formatted(each.number(), problem));
            } else {
                lines.add(
                        new Line(
                                byLogin.get(login),
                                Double.parseDouble(points),
                                each.field("comment")));
            }
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add("There are no points in it.");
        }
        return new TypedPoints(List.copyOf(lines), List.copyOf(problems));
    }

    private static String problem(
            String login,
            String points,
            String comment,
            Map<String, Member> byLogin,
            HashSet<String> seen) {
        if (!byLogin.containsKey(login)) {
            return "Nobody in this class has the login \"%s\".".formatted(shortened(login));
        }
        if (!points.matches("[0-9]{1,4}(\\.[0-9]{1,2})?")) {
            return "\"%s\" is no number of points.".formatted(shortened(points));
        }
        if (comment.length() > LONGEST_COMMENT) {
            return "A comment has %d characters at most.".formatted(LONGEST_COMMENT);
        }
        return seen.add(login)
                ? null
                : "The login \"%s\" is in a line before, too.".formatted(login);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
