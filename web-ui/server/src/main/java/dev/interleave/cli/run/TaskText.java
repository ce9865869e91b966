package dev.interleave.cli.run;

import dev.interleave.sandbox.result.TracedTask;
import dev.interleave.sandbox.result.TracedTask.State;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** The tasks of a run for a person at a terminal: by executor and scope, and the stages. */
final class TaskText {

    private static final int MOST = 60;

    private TaskText() {}

    static void tell(List<TracedTask> tasks, LongFunction<String> name, Consumer<String> out) {
        if (tasks.isEmpty()) {
            return;
        }
        out.accept("Tasks and stages, and what became of them:");
        tasks.stream().limit(MOST).forEach(task -> out.accept("    " + text(task, name)));
        if (tasks.size() > MOST) {
            out.accept("    and %,d more".formatted(tasks.size() - MOST));
        }
    }

    private static String text(TracedTask task, LongFunction<String> name) {
        var text = new StringBuilder("#%d %s".formatted(task.id(), task.operation()));
        if (task.line() > 0) {
            text.append(", line ").append(task.line());
        }
        if (task.group() != null) {
            text.append(", of ").append(task.group());
        }
        if (!task.inputs().isEmpty()) {
            text.append(", after ").append(numbers(task.inputs()));
        }
        text.append(": ").append(state(task));
        if (task.runner() != 0) {
            text.append(", by ").append(name.apply(task.runner()));
        }
        if (task.started() != null && task.ended() != null) {
            text.append(", ran %.1f ms".formatted(task.ended() - task.started()));
        }
        return text.toString();
    }

    private static String state(TracedTask task) {
        var state = task.state().name().toLowerCase(Locale.ROOT);
        var failure = task.state() == State.FAILED ? " with " + task.failure() : "";
        return state + failure + (task.because() == null ? "" : " because " + task.because());
    }

    private static String numbers(List<Integer> tasks) {
        return tasks.stream().map(id -> "#" + id).collect(Collectors.joining(", "));
    }
}
