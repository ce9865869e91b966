package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ErroneousSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Evaluates snippets with JShell and tells what came of it, as the {@code jshell} tool would. */
final class JShellSnippets implements SnippetEvaluator {

    private final int session;
    private final Shell shell;
    private final TypeNames typeNames;

    JShellSnippets(int session, Shell shell, TypeNames typeNames) {
        this.session = session;
        this.shell = shell;
        this.typeNames = typeNames;
    }

    @Override
    public SnippetResult evaluate(Piece piece, CellSource cell, long run) {
        return new Evaluation(piece, cell, run).evaluate();
    }

    private static boolean declares(Snippet snippet) {
        return snippet.kind().isPersistent()
                && snippet.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private static String mainCall(MethodSnippet method) {
        if (!method.name().equals("main") || !method.signature().endsWith(")void")) {
            return null;
        }
        return switch (method.parameterTypes().replaceAll("\\s", "")) {
            case "" -> "main();";
            case "String[]", "String..." -> "main(new String[0]);";
            default -> null;
        };
    }

    /** One snippet on its way. */
    private final class Evaluation {

        private final Piece piece;
        private final CellSource cell;
        private final long run;
        private final List<FromCompiler> events = new ArrayList<>();
        private Outcome outcome = Outcome.OK;
        private boolean unparsable;
        private boolean declaration = true;
        private String mainCall;

        Evaluation(Piece piece, CellSource cell, long run) {
            this.piece = piece;
            this.cell = cell;
            this.run = run;
        }

        SnippetResult evaluate() {
            Shell.Evaluated evaluated = shell.evaluate(piece.text(), cell.line(piece.start()));
            for (SnippetEvent event : evaluated.events()) {
                if (event.causeSnippet() == null) {
                    primary(event);
                } else {
                    update(event);
                }
            }
            evaluated.declared().ifPresent(d -> events.add(new FromCompiler.Changed(session, d)));
            Ending ending = Ending.of(evaluated.lastReply(), shell);
            ending.tell(session, run, events);
            return new SnippetResult(
                    outcome == Outcome.OK ? ending.outcome() : outcome,
                    ending.message(),
                    events,
                    unparsable,
                    declaration,
                    mainCall);
        }

        private void primary(SnippetEvent event) {
            List<Diag> diagnostics = shell.jshell().diagnostics(event.snippet()).toList();
            diagnostics.forEach(this::found);
            declaration &= declares(event.snippet());
            if (event.status() == Status.REJECTED) {
                refused(event.snippet(), diagnostics);
                return;
            }
            if (event.snippet() instanceof DeclarationSnippet d && Unresolved.is(event.status())) {
                note(shell.unresolved().created(d));
            }
            if (event.snippet() instanceof MethodSnippet method) {
                mainCall = mainCall(method);
            }
            if (event.exception() == null
                    && event.value() != null
                    && event.snippet().subKind().hasValue()
                    && event.status() == Status.VALID
                    && !shell.stopped()) {
                value(event.snippet(), event.value());
            }
        }

        private void refused(Snippet snippet, List<Diag> diagnostics) {
            outcome = Outcome.COMPILE_ERROR;
            unparsable =
                    snippet instanceof ErroneousSnippet
                            && diagnostics.stream().anyMatch(SyntaxErrors::is);
            if (diagnostics.isEmpty()) {
                found(true, "This does not compile.");
            }
        }

        private void update(SnippetEvent event) {
            if (event.snippet() instanceof VarSnippet variable
                    && event.status() == Status.VALID
                    && event.previousStatus().isActive()
                    && event.isSignatureChange()
                    && variable.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
                note("replaced variable " + variable.name() + ", reset to null");
            }
        }

        private void value(Snippet snippet, String text) {
            switch (snippet) {
                case VarSnippet v -> value(v.name(), v.typeName(), text);
                case ExpressionSnippet e -> value(e.name(), e.typeName(), text);
                default -> {}
            }
        }

        private void value(String name, String type, String text) {
            events.add(new FromCompiler.Value(session, run, name, shown(type), text));
        }

        /** A type that the learner wrote out is shown as written. */
        private String shown(String type) {
            boolean written =
                    type.indexOf('.') < 0 || squeezed(piece.text()).contains(squeezed(type));
            return written ? type : typeNames.shown(type, shell.names());
        }

        private static String squeezed(String text) {
            return text.replaceAll("\\s", "");
        }

        private void found(Diag diag) {
            if (diag.getCode().startsWith("compiler.note.")) {
                return;
            }
            int start = (int) (diag.getStartPosition() < 0 ? 0 : diag.getStartPosition());
            int end =
                    (int)
                            (diag.getStartPosition() < 0
                                    ? piece.text().length()
                                    : diag.getEndPosition());
            add(diag.isError(), start, end, Messages.of(diag.getMessage(Locale.ROOT)));
        }

        private void note(String text) {
            found(false, text);
        }

        private void found(boolean error, String text) {
            add(error, 0, piece.text().stripTrailing().length(), text);
        }

        private void add(boolean error, int start, int end, String text) {
            int from = Math.min(piece.start() + start, piece.end());
            int to = Math.min(piece.start() + end, piece.end());
            events.add(new FromCompiler.Found(session, run, cell.problem(error, from, to, text)));
        }
    }
}
