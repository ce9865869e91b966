package dev.interleave.display;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A drawing of numbers in the colour of the text around it, and the same numbers in words. */
final class Chart {

    private static final int MOST_BARS = 50;
    private static final int MOST_POINTS = 2000;
    private static final int POINTS_IN_WORDS = 50;

    private static final int WIDTH = 640;
    private static final int BAR = 24;
    private static final int BARS_FROM = 200;
    private static final int BARS_TO = 540;
    private static final int HEIGHT = 320;
    private static final int LEFT = 70;
    private static final int TOP = 40;
    private static final int RIGHT = 620;
    private static final int BOTTOM = 290;
    private static final int LABEL = 24;

    private final StringBuilder svg = new StringBuilder();
    private final String text;

    private Chart(String title, int height, String text) {
        this.text = title + ": " + text;
        svg.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(height).append("\">");
        text(10, 20, "start", title);
    }

    static Chart bars(String title, Map<?, ? extends Number> values) {
        List<? extends Map.Entry<?, ? extends Number>> bars =
                values.entrySet().stream().limit(MOST_BARS).toList();
        String words =
                bars.stream()
                        .map(bar -> cut(bar.getKey()) + " " + number(finite(bar.getValue())))
                        .collect(Collectors.joining(", "));
        Chart chart = new Chart(title, TOP + bars.size() * BAR + 10, words);
        Range range = Range.of(bars.stream().map(bar -> finite(bar.getValue())).toList(), true);
        int y = TOP;
        for (Map.Entry<?, ? extends Number> bar : bars) {
            chart.bar(y, cut(bar.getKey()), finite(bar.getValue()), range);
            y += BAR;
        }
        return chart;
    }

    private void bar(int y, String label, double value, Range range) {
        double zero = range.place(0, BARS_FROM, BARS_TO);
        double end = range.place(value, BARS_FROM, BARS_TO);
        text(BARS_FROM - 10, y + 15, "end", label);
        svg.append(
                format(
                        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\""
                                + " fill=\"currentColor\" fill-opacity=\"0.6\"/>",
                        Math.min(zero, end), y, Math.max(1, Math.abs(end - zero)), BAR - 6));
        text((int) Math.max(zero, end) + 8, y + 15, "start", number(value));
    }

    static Chart line(String title, Collection<? extends Number> values) {
        List<double[]> points = new ArrayList<>();
        for (Number value : values) {
            points.add(new double[] {points.size(), finite(value)});
        }
        return graph(title, points, true);
    }

    static Chart scatter(String title, List<double[]> points) {
        points.forEach(
                point -> {
                    if (point.length != 2) {
                        throw new IllegalArgumentException(
                                "A point has two numbers; this one has " + point.length + ".");
                    }
                });
        return graph(title, points, false);
    }

    private static Chart graph(String title, List<double[]> points, boolean joined) {
        if (points.size() > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "A chart has at most %d points; these are %d."
                            .formatted(MOST_POINTS, points.size()));
        }
        Range across = Range.of(points.stream().map(p -> finite(p[0])).toList(), false);
        Range up = Range.of(points.stream().map(p -> finite(p[1])).toList(), false);
        Chart chart = new Chart(title, HEIGHT, words(points, joined, up));
        chart.axes(across, up);
        List<double[]> places = points.stream().map(p -> place(p, across, up)).toList();
        if (joined) {
            chart.joined(places);
        } else {
            places.forEach(chart::dot);
        }
        return chart;
    }

    private static double[] place(double[] point, Range across, Range up) {
        return new double[] {across.place(point[0], LEFT, RIGHT), up.place(point[1], BOTTOM, TOP)};
    }

    private static String words(List<double[]> points, boolean joined, Range up) {
        String shown =
                points.stream()
                        .limit(POINTS_IN_WORDS)
                        .map(p -> joined ? number(p[1]) : number(p[0]) + "/" + number(p[1]))
                        .collect(Collectors.joining(", "));
        return points.size() <= POINTS_IN_WORDS
                ? shown
                : "%s … %d points from %s to %s"
                        .formatted(shown, points.size(), number(up.low), number(up.high));
    }

    private void axes(Range across, Range up) {
        svg.append(
                format(
                        "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"currentColor\"/>",
                        LEFT, TOP, BOTTOM, RIGHT));
        text(LEFT - 6, TOP + 5, "end", number(up.high));
        text(LEFT - 6, BOTTOM, "end", number(up.low));
        text(LEFT, BOTTOM + 20, "start", number(across.low));
        text(RIGHT, BOTTOM + 20, "end", number(across.high));
    }

    private void joined(List<double[]> places) {
        String points =
                places.stream()
                        .map(p -> format("%.1f,%.1f", p[0], p[1]))
                        .collect(Collectors.joining(" "));
        svg.append("<polyline points=\"").append(points);
        svg.append("\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>");
    }

    private void dot(double[] place) {
        svg.append(
                format(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"currentColor\""
                                + " fill-opacity=\"0.7\"/>",
                        place[0], place[1]));
    }

    private void text(int x, int y, String anchor, String words) {
        svg.append(
                format(
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"13\""
                                + " fill=\"currentColor\">%s</text>",
                        x, y, anchor, Markup.escape(words)));
    }

    String svg() {
        return svg + "</svg>";
    }

    String text() {
        return text;
    }

    private static double finite(Number value) {
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(number + " cannot be drawn.");
        }
        return number;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : format("%.4g", value);
    }

    private static String cut(Object label) {
        String text = String.valueOf(label);
        return text.length() <= LABEL ? text : text.substring(0, LABEL - 1) + "…";
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** From the lowest to the highest of some numbers. */
    private record Range(double low, double high) {

        static Range of(List<Double> values, boolean withZero) {
            double low = withZero ? 0 : Double.POSITIVE_INFINITY;
            double high = withZero ? 0 : Double.NEGATIVE_INFINITY;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return low > high ? new Range(0, 1) : new Range(low, low == high ? low + 1 : high);
        }

        double place(double value, double from, double to) {
            return from + (value / 2 - low / 2) / (high / 2 - low / 2) * (to - from);
        }
    }
}
