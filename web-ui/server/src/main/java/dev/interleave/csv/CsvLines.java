package dev.interleave.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes lines of comma-separated values (RFC 4180). Texts that a spreadsheet would take for a
 * formula get an apostrophe before them, because names and messages come from learners.
 *
 * <p>Threading: one thread at a time.
 */
public final class CsvLines {

    /** The last four are the wide forms, which some spreadsheets take for the narrow ones. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+\\.[0-9]{2}");

    private final CsvWriter csv;

    /**
     * @param separator between values, such as a comma or a semicolon
     */
    public CsvLines(Writer out, char separator) {
        this.csv =
                CsvWriter.builder()
                        .fieldSeparator(separator)
                        .lineDelimiter(LineDelimiter.CRLF)
                        .autoFlush(true)
                        .build(out);
    }

    public void line(String... texts) {
        line(Arrays.asList(texts));
    }

    /** Numbers are texts of {@link #number}, so that a negative one stays a number. */
    public void line(List<String> texts) {
        csv.writeRecord(texts.stream().map(CsvLines::harmless).toList());
    }

    /** A number with two digits after the point, whatever the language of this computer. */
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String harmless(String text) {
        return startsFormula(text) || startsFormula(text.stripLeading()) ? "'" + text : text;
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NEGATIVE.matcher(text).matches();
    }
}
