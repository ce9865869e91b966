package dev.interleave.cli.run;

import dev.interleave.sandbox.result.CellEvent;
import dev.interleave.sandbox.result.LiveThread;
import dev.interleave.sandbox.result.SampleEvent;
import java.io.PrintWriter;

/**
 * Tells a person what the cells do: their output as it comes, values as the {@code jshell} tool
 * shows them, and what went wrong with the place in the file's cell.
 */
public final class TextReport implements Report {

    private final PrintWriter out;
    private final PrintWriter err;
    private TraceText trace = new TraceText();
    private boolean lineBegun;

    public TextReport(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public void event(CellPlace cell, double at, CellEvent event) {
        switch (event) {
            case CellEvent.Started _ -> trace = new TraceText();
            case CellEvent.Queued _, CellEvent.WantsInput _ -> {}
            case CellEvent.Output output -> output(output);
            case CellEvent.Shown shown -> {
                endLine();
                out.println(shown.inWords());
            }
            case CellEvent.Omitted omitted ->
                    note("… %,d bytes are left out here …".formatted(omitted.bytes()));
            case CellEvent.Value value -> value(value);
            case CellEvent.Diagnostic diagnostic -> diagnostic(cell, diagnostic);
            case CellEvent.Thrown thrown -> thrown(cell, "", thrown);
            case CellEvent.Leftovers leftovers -> leftovers(cell, leftovers);
            case CellEvent.Traced traced -> trace.add(traced, this::note);
            case CellEvent.Done done -> done(cell, done);
        }
        out.flush();
        err.flush();
    }

    @Override
    public void schedules(CellPlace cell, double at, SampleEvent.Ended end) {
        end.diagnostics().forEach(diagnostic -> diagnostic(cell, diagnostic));
        SampleText.tell(end.counted(), this::note);
        err.flush();
    }

    private void output(CellEvent.Output output) {
        (output.error() ? err : out).print(output.text());
        if (!output.text().isEmpty()) {
            lineBegun = !output.text().endsWith("\n");
        }
    }

    private void value(CellEvent.Value value) {
        endLine();
        out.println(value.name() + " ==> " + value.text());
    }

    private void diagnostic(CellPlace cell, CellEvent.Diagnostic diagnostic) {
        var severity = diagnostic.severity() == CellEvent.Severity.ERROR ? "error" : "warning";
        note(
                "%s, line %d: %s: %s"
                        .formatted(place(cell), diagnostic.line(), severity, diagnostic.message()));
        var line = cell.source().lines().skip(Math.max(diagnostic.line() - 1, 0)).findFirst();
        line.ifPresent(text -> note("    " + text + "\n    " + carets(text, diagnostic)));
    }

    /** Marks under a line from the diagnostic's start to its end, or to the end of the line. */
    private static String carets(String line, CellEvent.Diagnostic diagnostic) {
        int from = Math.clamp(diagnostic.column() - 1, 0, line.length());
        int to =
                diagnostic.endLine() > diagnostic.line()
                        ? line.length()
                        : Math.min(diagnostic.endColumn() - 1, line.length());
        var indent = line.substring(0, from).replaceAll("[^\t]", " ");
        return indent + "^".repeat(Math.max(1, to - from));
    }

    private void thrown(CellPlace cell, String prefix, CellEvent.Thrown thrown) {
        var message = thrown.message() == null ? "" : ": " + thrown.message();
        note(
                prefix.isEmpty()
                        ? place(cell) + ": exception " + thrown.className() + message
                        : prefix + thrown.className() + message);
        thrown.stack().forEach(frame -> note("    at " + frame));
        if (thrown.cause() != null) {
            thrown(cell, "  caused by ", thrown.cause());
        }
    }

    private void leftovers(CellPlace cell, CellEvent.Leftovers leftovers) {
        note("%s left %d threads running:".formatted(place(cell), leftovers.count()));
        for (LiveThread thread : leftovers.threads()) {
            var at = thread.at() == null ? "" : " at " + thread.at();
            note("    %s, %s%s".formatted(thread.name(), thread.state(), at));
        }
    }

    private void done(CellPlace cell, CellEvent.Done done) {
        switch (done.status()) {
            case OK, COMPILE_ERROR, EXCEPTION -> {
                endLine();
                if (done.message() != null) {
                    note(place(cell) + ": " + done.message());
                }
            }
            case TIMEOUT, LIMIT, KILLED ->
                    note(
                            place(cell)
                                    + " was ended"
                                    + (done.message() == null ? "." : ": " + done.message()));
        }
    }

    private void note(String text) {
        endLine();
        err.println(text);
    }

    private void endLine() {
        if (lineBegun) {
            out.println();
            out.flush();
            lineBegun = false;
        }
    }

    private static String place(CellPlace cell) {
        var name = cell.file().path().getFileName();
        return cell.file().cells().size() == 1
                ? name.toString()
                : name + ", cell " + (cell.index() + 1);
    }
}
