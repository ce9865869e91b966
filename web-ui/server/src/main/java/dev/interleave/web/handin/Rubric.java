package dev.interleave.web.handin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an exercise is graded by where people grade, and which of it a learner has met.
 *
 * @param items in order
 * @param met numbers of items
 */
public record Rubric(List<Item> items, List<Integer> met) {

    static final Rubric NONE = new Rubric(List.of(), List.of());
    static final int MOST_ITEMS = 50;

    private static final Pattern LINE =
            Pattern.compile("(-?[0-9]{1,4}(?:[.,][0-9]{1,2})?)\\s+(\\S.{0,299})");

    /**
     * A line of it.
     *
     * @param number from 1
     * @param points that it gives, or takes if they are negative
     */
    public record Item(int number, String words, double points) {}

    /**
     * One that is typed as text, an item a line: points, a blank, words.
     *
     * @param problems with the numbers of their lines; empty if it can be stored
     */
    public record Typed(List<Item> items, List<String> problems) {}

    public static Typed read(String text) {
        var items = new ArrayList<Item>();
        var problems = new ArrayList<String>();
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            var found = LINE.matcher(line.strip());
            if (!found.matches()) {
                problems.add(
                        "Line %d: A line has points, a blank and up to 300 characters."
                                .formatted(number));
            } else if (items.size() == MOST_ITEMS) {
                problems.add("There are more than %d lines.".formatted(MOST_ITEMS));
                break;
            } else {
                var points = Double.parseDouble(found.group(1).replace(',', '.'));
                items.add(new Item(items.size() + 1, found.group(2).strip(), points));
            }
        }
        return new Typed(items, problems);
    }

    /** What those items give together; never less than nothing. */
    public double points(List<Integer> numbers) {
        return Math.max(
                0,
                items.stream()
                        .filter(item -> numbers.contains(item.number()))
                        .mapToDouble(Item::points)
                        .sum());
    }
}
