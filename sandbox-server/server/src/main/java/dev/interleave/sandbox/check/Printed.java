package dev.interleave.sandbox.check;

import dev.interleave.sandbox.CellListener;
import dev.interleave.sandbox.result.CellEvent;
import java.util.concurrent.CompletableFuture;

/**
 * Collects what counts as printed by one run of a cell.
 *
 * <p>Threading: a sandbox calls it from one thread at a time; any thread can wait for the end.
 */
final class Printed implements CellListener {

    /** A run of a cell that is over. */
    record Run(CellEvent.Done done, String text) {}

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder problems = new StringBuilder();
    private final CompletableFuture<Run> run = new CompletableFuture<>();
    private final Runnable noInput;
    private String last = "";

    /**
     * @param noInput ends the input of the run, for nobody is there to type
     */
    Printed(Runnable noInput) {
        this.noInput = noInput;
    }

    @Override
    public void on(CellEvent event) {
        switch (event) {
            case CellEvent.Output output -> text.append(output.text());
            case CellEvent.Value value -> last = isExpression(value) ? "⇒ " + value.text() : "";
            case CellEvent.Thrown thrown -> last = thrown.className() + ": " + thrown.message();
            case CellEvent.Diagnostic diagnostic ->
                    problems.append(diagnostic.message()).append('\n');
            case CellEvent.WantsInput _ -> noInput.run();
            case CellEvent.Done done -> run.complete(new Run(done, text(done)));
            default -> {}
        }
    }

    /** The value of a declaration has the name of what was declared. */
    private static boolean isExpression(CellEvent.Value value) {
        return value.name() == null || value.name().isEmpty() || value.name().startsWith("$");
    }

    private String text(CellEvent.Done done) {
        if (done.status() == CellEvent.Status.COMPILE_ERROR) {
            return problems.toString();
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        return text + last;
    }

    Run await() {
        return run.join();
    }
}
