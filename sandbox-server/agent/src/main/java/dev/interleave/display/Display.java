package dev.interleave.display;

import dev.interleave.agent.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Shows tables, charts, pictures and markup below a cell.
 *
 * <p>Everything that is shown is told in words, too: for those who do not see it, and where there
 * is no page, as with {@code ./interleave run}. Markup is cleaned before a page gets it: what could
 * run, load something, or reach out of its box is taken away. One piece has at most 256 kB, one run
 * of a cell at most 40 pieces of 1 MB together; what is more is refused with an {@link
 * IllegalArgumentException}.
 *
 * <p>Threading: any thread; each piece stands among the output where it was shown.
 */
public final class Display {

    private Display() {}

    /**
     * Shows headings, paragraphs, lists, tables, code and emphasis written in HTML.
     *
     * @param html without styles, scripts, links and pictures, which are taken away
     */
    public static void html(String html) {
        html(html, Markup.text(html));
    }

    /**
     * The same.
     *
     * @param inWords what it says, for those who do not see it
     */
    public static void html(String html, String inWords) {
        markup(Objects.requireNonNull(html), inWords);
    }

    /**
     * Shows a drawing.
     *
     * @param svg an {@code svg} element; shapes and text, without styles, scripts and references
     * @param inWords what it shows, for those who do not see it
     */
    public static void svg(String svg, String inWords) {
        markup(Objects.requireNonNull(svg), inWords);
    }

    /**
     * Shows a table of at most 200 rows and 20 columns, and says how many rows are left out.
     *
     * @param rows records, whose components become the columns; maps, whose keys do; or anything
     *     else, as one column
     */
    public static void table(Collection<?> rows) {
        Table table = Table.of(rows);
        markup(table.html(), table.text());
    }

    /**
     * Shows a picture.
     *
     * @param picture a PNG or GIF of at most 4096 by 4096 pixels; {@code ImageIO.write(picture,
     *     "png", stream)} makes one of a {@code BufferedImage}
     * @param inWords what it shows, for those who do not see it
     */
    public static void image(byte[] picture, String inWords) {
        Screen.image(inWords(inWords), picture);
    }

    /**
     * Shows a picture that lies in a file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static void image(Path file, String inWords) {
        try {
            image(Files.readAllBytes(file), inWords);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows a bar for each value, in the order of the map; at most 50. */
    public static void bars(String title, Map<?, ? extends Number> values) {
        chart(Chart.bars(title, values));
    }

    /** Shows values as a line, from left to right; at most 2000. */
    public static void line(String title, Collection<? extends Number> values) {
        chart(Chart.line(title, values));
    }

    /**
     * Shows points, at most 2000.
     *
     * @param points of each the place from left to right and the height
     */
    public static void scatter(String title, List<double[]> points) {
        chart(Chart.scatter(title, points));
    }

    private static void chart(Chart chart) {
        markup(chart.svg(), chart.text());
    }

    private static void markup(String markup, String inWords) {
        Screen.markup(inWords(inWords), markup);
    }

    private static String inWords(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(
                    "Say in words what is shown, for those who do not see it.");
        }
        return text;
    }
}
