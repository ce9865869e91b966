package dev.interleave.compiler;

import dev.interleave.wire.Cause;
import dev.interleave.wire.FromCompiler.Outcome;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** The JDK's own JShell, started and numbered as the {@code jshell} tool does it. */
final class ReferenceShell implements AutoCloseable {

    private boolean starting = true;
    private int next = 1;
    private final JShell jshell =
            JShell.builder()
                    .in(new ByteArrayInputStream(new byte[0]))
                    .out(new PrintStream(OutputStream.nullOutputStream()))
                    .err(new PrintStream(OutputStream.nullOutputStream()))
                    .compilerOptions("--enable-preview", "--source", "25")
                    .tempVariableNameGenerator(() -> "$" + next)
                    .idGenerator(this::id)
                    .executionEngine(new InThisJvm(), Map.of())
                    .build();

    ReferenceShell() {
        jshell.eval("import module java.base;");
        starting = false;
    }

    private String id(Snippet snippet, int key) {
        boolean counts = !starting && jshell.status(snippet).isActive();
        String id = counts ? "" + next++ : "e" + key;
        return id;
    }

    /** Evaluates the cell's snippets one by one up to the first that fails. */
    void run(String source, Transcript transcript) {
        CellSource cell = new CellSource(source);
        int at = 0;
        while (at < cell.text().length()) {
            CompletionInfo info =
                    jshell.sourceCodeAnalysis().analyzeCompletion(cell.text().substring(at));
            String snippet = info.source() == null ? cell.text().substring(at) : info.source();
            for (SnippetEvent event : jshell.eval(snippet)) {
                Outcome outcome = tell(event, cell, at, transcript);
                if (outcome != Outcome.OK) {
                    transcript.end(outcome);
                    return;
                }
            }
            boolean more = info.source() != null && info.completeness().isComplete();
            at = more ? cell.text().length() - info.remaining().length() : cell.text().length();
        }
        transcript.end(Outcome.OK);
    }

    private Outcome tell(SnippetEvent event, CellSource cell, int at, Transcript transcript) {
        if (event.causeSnippet() != null) {
            update(event, cell, at, transcript);
            return Outcome.OK;
        }
        List<Diag> diagnostics = jshell.diagnostics(event.snippet()).toList();
        diagnostics.forEach(d -> found(d, cell, at, transcript));
        if (event.status() == Status.REJECTED) {
            return Outcome.COMPILE_ERROR;
        }
        if (event.snippet() instanceof DeclarationSnippet d && Unresolved.is(event.status())) {
            note(new Unresolved(jshell).created(d), event.snippet(), cell, at, transcript);
        }
        if (event.exception() != null) {
            transcript.thrown(causes(event.exception()));
            return Outcome.EXCEPTION;
        }
        if (event.value() != null && event.snippet().subKind().hasValue()) {
            switch (event.snippet()) {
                case VarSnippet v -> transcript.value(v.name(), v.typeName(), event.value());
                case ExpressionSnippet e -> transcript.value(e.name(), e.typeName(), event.value());
                default -> {}
            }
        }
        return Outcome.OK;
    }

    private void update(SnippetEvent event, CellSource cell, int at, Transcript transcript) {
        if (event.snippet() instanceof VarSnippet v
                && v.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                && event.status() == Status.VALID
                && event.previousStatus().isActive()
                && event.isSignatureChange()) {
            String text = "replaced variable " + v.name() + ", reset to null";
            note(text, event.causeSnippet(), cell, at, transcript);
        }
    }

    private void note(
            String text, Snippet snippet, CellSource cell, int at, Transcript transcript) {
        int start = at + leading(snippet.source());
        int end = at + snippet.source().stripTrailing().length();
        transcript.problem(cell.problem(false, start, end, text));
    }

    private void found(Diag diag, CellSource cell, int at, Transcript transcript) {
        int start = (int) diag.getStartPosition();
        int end = (int) diag.getEndPosition();
        if (!diag.getCode().startsWith("compiler.note.")) {
            transcript.problem(
                    cell.problem(
                            diag.isError(),
                            at + start,
                            at + end,
                            Messages.of(diag.getMessage(Locale.ROOT))));
        }
    }

    private static int leading(String source) {
        List<Token> tokens = Lexer.read(source).list();
        return tokens.isEmpty() ? 0 : tokens.getFirst().start();
    }

    private List<Cause> causes(Throwable thrown) {
        List<Cause> causes = new ArrayList<>();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            causes.add(
                    switch (t) {
                        case EvalException e -> cause(e.getExceptionClassName(), e.getMessage());
                        case UnresolvedReferenceException u ->
                                cause(
                                        u.getClass().getName(),
                                        new Unresolved(jshell).used(u.getSnippet()));
                        default -> throw new AssertionError(t);
                    });
        }
        return causes;
    }

    private static Cause cause(String className, String message) {
        return new Cause(
                Traces.plain(className).replace('$', '.'), Traces.plain(message), List.of());
    }

    @Override
    public void close() {
        jshell.close();
    }

    private static final class InThisJvm implements ExecutionControlProvider {

        @Override
        public String name() {
            return "here";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return new DirectExecutionControl();
        }
    }
}
