package dev.interleave.sandbox.cell;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.LiveThread;
import dev.interleave.sandbox.trace.Timeline;
import dev.interleave.wire.Cause;
import dev.interleave.wire.Frame;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromSession;
import dev.interleave.wire.Problem;
import dev.interleave.wire.ThreadInfo;
import dev.interleave.wire.TraceEvent;
import dev.interleave.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what jails say about a run into the words of {@link CellEvent}, and no more of it than a
 * page can show.
 */
final class RunStory {

    /** Most events of one run beside output; nobody reads the values of more snippets than this. */
    private static final int MOST_EVENTS = 2_000;

    private static final int MOST_THREADS = 200;
    private static final int MOST_FRAMES = 20;

    private final Run run;
    private final Effects effects;
    private final OutputBudget budget;

    /** Null for a run that is not traced. */
    private final Timeline timeline;

    private int events;
    private int shownPieces;
    private long shownBytes;

    RunStory(Run run, Effects effects, CellLimits limits) {
        this.run = run;
        this.effects = effects;
        this.timeline = run.cell().trace() ? new Timeline(System.nanoTime()) : null;
        this.budget = new OutputBudget(limits.outputBytes());
    }

    void output(boolean error, String text, String thread) {
        String admitted = budget.admit(text);
        if (!admitted.isEmpty()) {
            effects.tell(run, new CellEvent.Output(error, admitted, cut(thread)));
        }
    }

    /** Whether there is so much output that something is wrong with the JVM. */
    boolean flooded() {
        return budget.rogue();
    }

    void omitted(boolean error, long bytes) {
        tell(new CellEvent.Omitted(error, Math.max(0, bytes)));
    }

    void shown(FromSession.Shown shown) {
        shownBytes += shown.content().length;
        if (++shownPieces > Wire.MOST_SHOWN || shownBytes > Wire.MAX_SHOWN_TOGETHER) {
            return;
        }
        String words = cut(shown.inWords());
        tell(
                switch (shown.form()) {
                    case MARKUP ->
                            new CellEvent.Shown(
                                    CellEvent.Form.MARKUP,
                                    new String(shown.content(), StandardCharsets.UTF_8),
                                    words);
                    case IMAGE ->
                            new CellEvent.Shown(
                                    CellEvent.Form.IMAGE,
                                    Base64.getEncoder().encodeToString(shown.content()),
                                    words);
                });
    }

    void traced(List<TraceEvent> events) {
        if (timeline != null) {
            effects.tell(run, timeline.add(events));
        }
    }

    void wantsInput() {
        tell(new CellEvent.WantsInput());
    }

    void found(Problem problem) {
        tell(diagnostic(problem));
    }

    void value(FromCompiler.Value value) {
        tell(new CellEvent.Value(cut(value.name()), cut(value.javaType()), cut(value.text())));
    }

    void thrown(List<Cause> causes) {
        CellEvent.Thrown thrown = null;
        for (Cause cause : causes.stream().limit(Wire.MAX_CAUSES).toList().reversed()) {
            thrown =
                    new CellEvent.Thrown(
                            cut(cause.className()), cut(cause.message()), stack(cause), thrown);
        }
        if (thrown != null) {
            tell(thrown);
        }
    }

    void leftovers(int count, List<ThreadInfo> threads) {
        if (count == 0) {
            return;
        }
        List<LiveThread> live =
                threads.stream()
                        .limit(MOST_THREADS)
                        .map(
                                t ->
                                        new LiveThread(
                                                cut(t.name()),
                                                t.virtual(),
                                                cut(t.state()),
                                                cut(t.at())))
                        .toList();
        tell(new CellEvent.Leftovers(count, live));
    }

    /** What is to be said before the run's last word. */
    void end() {
        CellEvent.Traced rest = timeline == null ? null : timeline.giveUp();
        if (rest != null) {
            effects.tell(run, rest);
        }
        if (budget.dropped() > 0) {
            effects.tell(run, new CellEvent.Omitted(false, budget.dropped()));
        }
    }

    static CellEvent.Diagnostic diagnostic(Problem problem) {
        return new CellEvent.Diagnostic(
                problem.error() ? CellEvent.Severity.ERROR : CellEvent.Severity.WARNING,
                Math.max(1, problem.line()),
                Math.max(1, problem.column()),
                Math.max(1, problem.endLine()),
                Math.max(1, problem.endColumn()),
                cut(problem.message()));
    }

    private void tell(CellEvent event) {
        if (++events <= MOST_EVENTS) {
            effects.tell(run, event);
        }
    }

    private static List<String> stack(Cause cause) {
        Stream<String> frames = cause.stack().stream().limit(MOST_FRAMES).map(RunStory::frame);
        return frames.toList();
    }

    private static String frame(Frame frame) {
        String file = frame.file() == null ? "" : frame.file();
        if (file.equals("Cell")) {
            return "Cell:" + frame.line();
        }
        String place = frame.line() < 0 ? file : file + ":" + frame.line();
        return cut(
                frame.className()
                        + "."
                        + frame.method()
                        + (place.isEmpty() ? "" : "(" + place + ")"));
    }

    private static String cut(String text) {
        return text == null || text.length() <= Wire.MAX_TEXT
                ? text
                : text.substring(0, Wire.MAX_TEXT) + "…";
    }
}
