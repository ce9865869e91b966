package dev.interleave.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Comma-separated values whose first line names the columns, in any order. The separator is a
 * comma, a semicolon or a tab, whichever the first line has.
 *
 * @param problems why it cannot be read; empty if it can
 */
public record CsvTable(List<Line> lines, List<String> problems) {

    /**
     * A line below the first.
     *
     * @param number of the line in the text, from 1
     */
    public record Line(long number, List<String> names, List<String> fields) {

        /** A field, without blanks around it; empty where the line or the table has none. */
        public String field(String name) {
            var place = names.indexOf(name);
            return place < 0 || place >= fields.size() ? "" : fields.get(place).strip();
        }
    }

    /**
     * @param most lines there may be
     * @param required names of columns, in small letters
     */
    public static CsvTable read(String csv, int most, List<String> required) {
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
            for (var line : reader) {
                if (names == null) {
                    names = names(line);
                    if (!names.containsAll(required)) {
                        problems.add(
                                "The first line has to name the columns: %s."
                                        .formatted(String.join(", ", required)));
                        break;
                    }
                } else if (lines.size() >= most) {
                    problems.add("There are more than %d lines.".formatted(most));
                    break;
                } else {
                    lines.add(new Line(line.getStartingLineNumber(), names, line.getFields()));
                }
            }
        } catch (CsvParseException e) {
            problems.add("It cannot be read as comma-separated values: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("Texts can be read", e);
        }
        return new CsvTable(List.copyOf(lines), List.copyOf(problems));
    }

    private static List<String> names(CsvRecord line) {
        return line.getFields().stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        return first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    }
}
