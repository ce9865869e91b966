package dev.interleave.cli.run;

import dev.interleave.sandbox.result.CellEvent.Traced;
import dev.interleave.sandbox.result.TraceEnd;
import dev.interleave.sandbox.result.TraceSpan.State;
import dev.interleave.sandbox.result.TracedThread;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The timeline of a run for a person at a terminal: where the time of each thread went. */
final class TraceText {

    private static final int MOST_THREADS = 40;

    /** Things that are waited for and that somebody runs; others somebody has. */
    private static final Pattern TASK = Pattern.compile("\\w*(Future|Task)@");

    private record Row(TracedThread thread, Map<State, Double> millis) {}

    private final Map<Long, Row> rows = new LinkedHashMap<>();

    /** Takes what is new, and tells everything once the end is there. */
    void add(Traced traced, Consumer<String> out) {
        for (var thread : traced.threads()) {
            rows.put(thread.id(), new Row(thread, new EnumMap<>(State.class)));
        }
        for (var span : traced.spans()) {
            rows.get(span.thread()).millis.merge(span.state(), span.millis(), Double::sum);
        }
        if (traced.end() != null) {
            tell(traced.end(), out);
        }
    }

    private void tell(TraceEnd end, Consumer<String> out) {
        out.accept("Threads, and where their time went:");
        rows.values().stream()
                .filter(row -> !row.millis.isEmpty())
                .limit(MOST_THREADS)
                .forEach(row -> out.accept("    " + text(row)));
        if (rows.size() > MOST_THREADS) {
            out.accept("    and %,d more".formatted(rows.size() - MOST_THREADS));
        }
        TaskText.tell(end.tasks(), this::name, out);
        for (var wait : end.waits()) {
            if (wait.owner() != 0) {
                out.accept("    " + text(wait));
            }
        }
        end.notes().forEach(note -> out.accept(place(note) + note.text()));
        if (end.cut()) {
            out.accept("There was more than is recorded: the timeline ends early.");
        }
    }

    private String text(TraceEnd.Wait wait) {
        var on = String.valueOf(wait.on());
        if (on.startsWith("end of ")) {
            return "%s still waited for the %s.".formatted(name(wait.thread()), on);
        }
        var does = TASK.matcher(on).lookingAt() ? "ran" : "had";
        return "%s still waited for %s, which %s %s."
                .formatted(name(wait.thread()), on, name(wait.owner()), does);
    }

    private static String text(Row row) {
        var times =
                row.millis.entrySet().stream()
                        .map(e -> "%s %.1f ms".formatted(name(e.getKey()), e.getValue()))
                        .collect(Collectors.joining(", "));
        var kind = row.thread.virtual() ? "virtual" : "platform";
        return "%s (%s): %s".formatted(row.thread.name(), kind, times);
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String place(TraceEnd.Note note) {
        return note.line() == 0 ? "Note: " : "Note, line %d: ".formatted(note.line());
    }

    private String name(long thread) {
        var row = rows.get(thread);
        return row == null ? "thread #" + thread : row.thread.name();
    }
}
