package dev.interleave.lessons.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One AsciiDoc file of the course, and the problems found in it so far.
 *
 * <p>Threading: for one thread.
 */
final class Source {

    private final String language;
    private final String id;
    private final String file;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    Source(String language, String id, String text) {
        this(language, id, language + "/" + id + ".adoc", text);
    }

    /**
     * @param file as problems name it, from the folder of the lessons
     */
    Source(String language, String id, String file, String text) {
        this.language = language;
        this.id = id;
        this.file = file;
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
        return file;
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(int line, String message) {
        problems.add(new Problem(file, line, message));
    }

    /** Line of the first occurrence of one of the texts, in their order; 0 if there is none. */
    int lineOf(String... wanted) {
        for (var each : wanted) {
            var place = text.indexOf(each);
            if (place >= 0) {
                return lineAt(place);
            }
        }
        return 0;
    }

    /** Line where an id is given to something for the last time; 0 if it is nowhere. */
    int lastLineOfId(String id) {
        var line = 0;
        var places =
                Pattern.compile("(#|\\[\\[)" + Pattern.quote(id) + "(?![a-z0-9-])").matcher(text);
        while (places.find()) {
            line = lineAt(places.start());
        }
        return line;
    }

    private int lineAt(int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }
}
