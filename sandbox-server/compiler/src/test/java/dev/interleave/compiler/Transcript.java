package dev.interleave.compiler;

import dev.interleave.wire.Cause;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a learner sees of a cell as lines of text, without what differs from run to run. */
final class Transcript {

    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,}");
    private static final Pattern LAMBDA = Pattern.compile("\\$Lambda/0x[0-9a-f]+");
    private static final Pattern CAPTURE = Pattern.compile("capture#\\d+");
    private static final Pattern WRAPPER = Pattern.compile("\\$JShell\\$\\w+");

    private final List<String> lines = new ArrayList<>();

    static List<String> of(List<FromCompiler> messages, String printed) {
        Transcript transcript = new Transcript();
        messages.forEach(transcript::add);
        transcript.printed(printed);
        return transcript.lines();
    }

    private void add(FromCompiler message) {
        switch (message) {
            case FromCompiler.Value v -> value(v.name(), v.javaType(), v.text());
            case FromCompiler.Found f -> problem(f.problem());
            case FromCompiler.Thrown t -> thrown(t.causes());
            case FromCompiler.Evaluated e -> end(e.outcome());
            default -> {}
        }
    }

    void value(String name, String type, String text) {
        lines.add("value " + name + " : " + type + " = " + stable(text));
    }

    void problem(Problem p) {
        lines.add(
                (p.error() ? "error " : "note ")
                        + (p.line() + ":" + p.column() + "-" + p.endLine() + ":" + p.endColumn())
                        + (" " + CAPTURE.matcher(p.message()).replaceAll("capture")));
    }

    void thrown(List<Cause> causes) {
        lines.add(
                causes.stream()
                        .map(c -> c.className() + ": " + stable(c.message()))
                        .collect(Collectors.joining(" <- ", "thrown ", "")));
    }

    void printed(String text) {
        if (!text.isEmpty()) {
            lines.add("printed " + stable(text));
        }
    }

    void end(FromCompiler.Outcome outcome) {
        lines.add("end " + outcome);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private static String stable(String text) {
        if (text == null) {
            return null;
        }
        String noIdentity = IDENTITY.matcher(text).replaceAll("@ID");
        return WRAPPER.matcher(LAMBDA.matcher(noIdentity).replaceAll("\\$Lambda")).replaceAll("W");
    }
}
