package dev.interleave.sandbox.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a lesson says that a cell prints, by rules 11 and 12 of the format.
 *
 * @param kind {@code exact}, {@code contains}, {@code unordered}, {@code oneof} or {@code pattern}
 * @param numbers whether any number may stand where a number stands
 * @param outcomes one text; with {@code oneof} all that are possible
 */
public record Expected(String kind, boolean numbers, List<String> outcomes) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+([.,][0-9]+)*");

    /** Whether this is what was printed. */
    public boolean isMetBy(String printed) {
        var lines = lines(printed);
        return outcomes.stream().anyMatch(outcome -> fits(lines(outcome), lines));
    }

    private boolean fits(List<String> wanted, List<String> printed) {
        return switch (kind) {
            case "contains" -> contains(wanted, printed);
            case "unordered" -> unordered(wanted, printed);
            default -> wanted.size() == printed.size() && contains(wanted, printed);
        };
    }

    private boolean contains(List<String> wanted, List<String> printed) {
        var next = 0;
        for (var line : printed) {
            if (next < wanted.size() && same(wanted.get(next), line)) {
                next++;
            }
        }
        return next == wanted.size();
    }

    private boolean unordered(List<String> wanted, List<String> printed) {
        var left = new ArrayList<>(printed);
        for (var line : wanted) {
            var place = 0;
            while (place < left.size() && !same(line, left.get(place))) {
                place++;
            }
            if (place == left.size()) {
                return false;
            }
            left.remove(place);
        }
        return left.isEmpty();
    }

    private boolean same(String wanted, String printed) {
        if (kind.equals("pattern")) {
            return printed.matches(wanted);
        }
        return wanted.equals(printed)
                || numbers
                        && NUMBER.matcher(wanted)
                                .replaceAll("0")
                                .equals(NUMBER.matcher(printed).replaceAll("0"));
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<>(text.lines().map(String::stripTrailing).toList());
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }
}
