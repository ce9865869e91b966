package dev.interleave.compiler;

import dev.interleave.wire.Cause;
import dev.interleave.wire.Frame;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes stack traces speak of the cell: classes without the wrappers around snippets, the top level
 * of the cell as a frame without class and method, and nothing of what calls the cell.
 */
final class Traces {

    private static final String WRAPPER = "REPL.$JShell$";
    private static final Pattern PREFIX = Pattern.compile("(REPL\\.)?\\$JShell\\$\\w+[$.]?");

    private final LiveClasses classes;

    Traces(LiveClasses classes) {
        this.classes = classes;
    }

    /** Takes the names of JShell's wrappers out of a text. */
    static String plain(String text) {
        return text == null || !text.contains("$JShell$")
                ? text
                : PREFIX.matcher(text).replaceAll("");
    }

    List<Cause> readable(List<Cause> causes) {
        return causes.stream()
                .map(
                        cause ->
                                new Cause(
                                        plain(cause.className()).replace('$', '.'),
                                        plain(cause.message()),
                                        frames(cause.stack())))
                .toList();
    }

    private List<Frame> frames(List<Frame> stack) {
        int end = stack.size();
        while (end > 0 && !ofCell(stack.get(end - 1))) {
            end--;
        }
        return stack.subList(0, end == 0 ? stack.size() : end).stream().map(this::frame).toList();
    }

    private Frame frame(Frame frame) {
        return ofCell(frame) ? cellFrame(frame) : frame;
    }

    private static boolean ofCell(Frame frame) {
        return frame.className() != null && frame.className().startsWith(WRAPPER);
    }

    private Frame cellFrame(Frame frame) {
        String wrapper = frame.className().substring("REPL.".length());
        int inner = wrapper.indexOf('$', "$JShell$".length());
        int moved = classes.moved(inner < 0 ? wrapper : wrapper.substring(0, inner));
        int line = frame.line() > 0 ? Math.max(1, frame.line() + moved) : frame.line();
        return new Frame(
                plain(frame.className()).replace('$', '.'),
                method(frame.method()),
                LiveClasses.SOURCE_FILE,
                line);
    }

    private static String method(String name) {
        if (name == null || name.equals("do_it$") || name.equals("do_it$Aux")) {
            return "";
        }
        return name.startsWith("lambda$do_it$") ? "lambda" : name;
    }
}
