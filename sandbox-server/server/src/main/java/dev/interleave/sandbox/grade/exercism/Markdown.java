package dev.interleave.sandbox.grade.exercism;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown of Exercism's instructions as AsciiDoc, which shares most of its marks: what differs
 * are headings and links. Numbered headings are tasks; others become bold lines.
 */
record Markdown(String text) {

    private static final Pattern TASK = Pattern.compile("## (\\d+)\\. (.+)");
    private static final Pattern HEADING = Pattern.compile("#+ (.+)");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\((https?://[^)]+)\\)");
    private static final Pattern NOTE = Pattern.compile("~{4,}.*");

    String toAsciiDoc() {
        List<String> lines = new ArrayList<>();
        boolean code = false;
        boolean title = true;
        for (String line : text.lines().toList()) {
            if (line.strip().startsWith("```")) {
                code = !code;
                lines.add(line);
            } else if (code) {
                lines.add(line);
            } else if (!NOTE.matcher(line).matches()) {
                lines.addAll(converted(line, title));
                title &= line.isBlank();
            }
        }
        return String.join("\n", lines).strip() + "\n";
    }

    /** The first heading only repeats what the file is. */
    private static List<String> converted(String line, boolean title) {
        Matcher task = TASK.matcher(line);
        if (task.matches()) {
            return List.of("[#" + task.group(1) + "]", "== " + task.group(2));
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return title ? List.of() : List.of("*" + heading.group(1) + "*");
        }
        return List.of(LINK.matcher(line).replaceAll("$2[$1]"));
    }
}
