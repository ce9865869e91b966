package dev.interleave.lessons.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One AsciiDoc file of the course, and the problems found in it so far.
 *
 * <p>Threading: for one thread.
 */
final class Source {

    private final String language;
    private final String id;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    Source(String language, String id, String text) {
        this.language = language;
        this.id = id;
        this.text = text;
    }

    String language() {
        return language;
    }

    /** Name of the file without its ending: the lesson's id, or {@code course}. */
    String id() {
        return id;
    }

    String text() {
        return text;
    }

    String file() {
        return language + "/" + id + ".adoc";
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(int line, String message) {
        problems.add(new Problem(file(), line, message));
    }

    /** Line of the first occurrence of one of the texts, in their order; 0 if there is none. */
    int lineOf(String... wanted) {
        return line(Arrays.stream(wanted).mapToInt(text::indexOf));
    }

    /** Line of the last occurrence of one of the texts, in their order; 0 if there is none. */
    int lastLineOf(String... wanted) {
        return line(Arrays.stream(wanted).mapToInt(text::lastIndexOf));
    }

    private int line(IntStream places) {
        var place = places.filter(each -> each >= 0).findFirst();
        return place.isEmpty()
                ? 0
                : 1
                        + (int)
                                text.substring(0, place.getAsInt())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count();
    }
}
