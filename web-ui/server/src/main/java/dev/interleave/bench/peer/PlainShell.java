package dev.interleave.bench.peer;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** One JShell with the imports of a cell, used as the {@code jshell} tool uses it. */
final class PlainShell implements AutoCloseable {

    private static final List<String> IMPORTS =
            List.of(
                    "import java.util.*;",
                    "import java.util.concurrent.*;",
                    "import java.util.function.*;",
                    "import java.util.stream.*;");

    private final JShell shell;

    PlainShell(Engine engine) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var builder =
                JShell.builder()
                        .in(new ByteArrayInputStream(new byte[0]))
                        .out(nowhere)
                        .err(nowhere)
                        .compilerOptions("--enable-preview", "--source", "25");
        shell = engine.choose(builder).build();
        IMPORTS.forEach(shell::eval);
    }

    /** Evaluates all snippets of a source; what went wrong comes back, or nothing. */
    String evaluate(String source) {
        var rest = source;
        while (!rest.isBlank()) {
            var piece = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (var event : shell.eval(piece.source() == null ? rest : piece.source())) {
                if (failed(event)) {
                    return event.toString();
                }
            }
            rest = piece.remaining();
        }
        return "";
    }

    private static boolean failed(SnippetEvent event) {
        return event.status() == Snippet.Status.REJECTED || event.exception() != null;
    }

    @Override
    public void close() {
        shell.close();
    }
}
