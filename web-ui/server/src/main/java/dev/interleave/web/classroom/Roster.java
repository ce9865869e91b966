package dev.interleave.web.classroom;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.interleave.web.account.Accounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A list of learners, read from comma-separated values: a line of names, which are {@code name},
 * {@code login} and, if wanted, {@code section} in any order, and a line for each learner. The
 * separator is a comma, a semicolon or a tab. Other columns are left out.
 *
 * @param problems what is wrong, with the number of the line; empty if it can be imported
 */
public record Roster(List<Line> lines, List<String> problems) {

    static final int MOST_LINES = 2_000;

    private static final int LONGEST_SECTION = 50;

    /** One learner. */
    public record Line(String login, String name, String section) {}

    static Roster read(String csv) {
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        var lines = new ArrayList<Line>();
        var problems = new ArrayList<String>();
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            List<String> names = null;
            var logins = new HashSet<String>();
            for (var line : reader) {
                if (names == null) {
                    names = names(line, problems);
                } else if (lines.size() + problems.size() >= MOST_LINES) {
                    problems.add("There are more than %d lines.".formatted(MOST_LINES));
                    break;
                } else {
                    read(line, names, logins, lines, problems);
                }
            }
        } catch (CsvParseException e) {
            problems.add("It cannot be read as comma-separated values: " + e.getMessage());
        } catch (java.io.IOException e) {
            throw new IllegalStateException("Texts can be read", e);
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add("There is no learner in it.");
        }
        return new Roster(List.copyOf(lines), List.copyOf(problems));
    }

    private static List<String> names(CsvRecord line, List<String> problems) {
        var names =
                line.getFields().stream()
                        .map(field -> field.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (!names.contains("login") || !names.contains("name")) {
            problems.add("The first line has to name the columns: name, login and section.");
        }
        return names;
    }

    private static void read(
            CsvRecord record,
            List<String> names,
            Set<String> logins,
            List<Line> lines,
            List<String> problems) {
        var line =
                new Line(
                        Accounts.login(field(record, names, "login")),
                        field(record, names, "name"),
                        field(record, names, "section"));
        var number = record.getStartingLineNumber();
        var problem = Accounts.problem(line.login(), line.name());
        if (problem.isPresent()) {
            problems.add("Line %d: %s".formatted(number, problem.get()));
        } else if (line.section().length() > LONGEST_SECTION) {
            problems.add(
                    "Line %d: A section has %d characters at most."
                            .formatted(number, LONGEST_SECTION));
        } else if (!logins.add(line.login())) {
            problems.add(
                    "Line %d: The login \"%s\" is in a line before, too."
                            .formatted(number, line.login()));
        } else {
            lines.add(line);
        }
    }

    private static String field(CsvRecord record, List<String> names, String name) {
        var place = names.indexOf(name);
        return place < 0 || place >= record.getFieldCount() ? "" : record.getField(place).strip();
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }
}
