package dev.interleave.sandbox.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of an AsciiDoc file, as far as grading needs them: an id on a line of its own, the
 * heading below it, and the text.
 */
record Sections(List<Exercise.Task> tasks, List<String> bodies, List<String> problems) {

    private static final Pattern ID = Pattern.compile("\\[#([a-z0-9-]+)]");
    private static final Pattern HEADING = Pattern.compile("==+ (.+)");

    static Sections of(String text) {
        List<Exercise.Task> tasks = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        String id = null;
        for (String line : text.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher anchor = ID.matcher(line.strip());
            if (heading.matches()) {
                if (id == null) {
                    problems.add("the section \"" + heading.group(1) + "\" has no id above it.");
                }
                tasks.add(new Exercise.Task(id == null ? "" : id, heading.group(1).strip()));
                bodies.add("");
            } else if (!bodies.isEmpty() && !anchor.matches()) {
                bodies.set(bodies.size() - 1, bodies.getLast() + line + "\n");
            }
            id = anchor.matches() ? anchor.group(1) : null;
        }
        return new Sections(tasks, bodies.stream().map(String::strip).toList(), problems);
    }
}
