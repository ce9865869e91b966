package dev.interleave.web.classroom;

import dev.interleave.csv.CsvTable;
import dev.interleave.web.account.Accounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of learners, read from comma-separated values: a line of names, which are {@code name},
 * {@code login} and, if wanted, {@code section} in any order, and a line for each learner. Other
 * columns are left out.
 *
 * @param problems what is wrong, with the number of the line; empty if it can be imported
 */
public record Roster(List<Line> lines, List<String> problems) {

    static final int MOST_LINES = 2_000;

    private static final int LONGEST_SECTION = 50;

    /** What browsers read where a file is not UTF-8. */
    private static final char NO_LETTER = '\uFFFD';

    /** One learner. */
    public record Line(String login, String name, String section) {}

    static Roster read(String csv) {
        var table = CsvTable.read(csv, MOST_LINES, List.of("name", "login"));
        var lines = new ArrayList<Line>();
        var problems = new ArrayList<>(table.problems());
        var logins = new HashSet<String>();
        for (var each : table.lines()) {
            var line =
                    new Line(
                            Accounts.login(each.field("login")),
                            each.field("name"),
                            each.field("section"));
            problem(line, logins)
                    .ifPresentOrElse(
                            why -> problems.add("Line %d: %s".formatted(each.number(), why)),
                            () -> lines.add(line));
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add("There is no learner in it.");
        }
        return new Roster(List.copyOf(lines), List.copyOf(problems));
    }

    private static Optional<String> problem(Line line, Set<String> logins) {
        if ((line.name() + line.login() + line.section()).indexOf(NO_LETTER) >= 0) {
            return Optional.of(
                    "It has letters that cannot be read. Save the list as UTF-8, and choose it"
                            + " again.");
        }
        var problem = Accounts.problem(line.login(), line.name());
        if (problem.isPresent()) {
            return problem;
        }
        if (line.section().length() > LONGEST_SECTION) {
            return Optional.of("A section has %d characters at most.".formatted(LONGEST_SECTION));
        }
        return logins.add(line.login())
                ? Optional.empty()
                : Optional.of("The login \"%s\" is in a line before, too.".formatted(line.login()));
    }
}
