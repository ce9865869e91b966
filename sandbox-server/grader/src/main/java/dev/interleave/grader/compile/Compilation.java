package dev.interleave.grader.compile;

import dev.interleave.grader.message.CompileOrder;
import dev.interleave.grader.message.CompileProblem;
import dev.interleave.grader.message.Compiled;
import dev.interleave.grader.message.CompiledClass;
import dev.interleave.grader.message.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles a submission, which sees the JDK only, and then the tests, which see the submission, the
 * libraries of this JVM, and nothing else.
 */
final class Compilation {

    private static final int MOST_MESSAGE = 1000;

    private static final List<String> OPTIONS =
            List.of(
                    "-source",
                    "25",
                    "-target",
                    "25",
                    "--enable-preview",
                    "-proc:none",
                    "-implicit:none",
                    "-nowarn",
                    "-Xlint:none",
                    "-XDsuppressNotes",
                    "-Xmaxerrs",
                    "20",
                    "-g");

    private final CompileOrder order;
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    Compilation(CompileOrder order) {
        this.order = order;
    }

    Compiled run() throws IOException {
        List<CompileProblem> problems = new ArrayList<>();
        List<CompiledClass> classes = compile(order.submission(), List.of(), false, problems);
        if (!problems.isEmpty()) {
            return new Compiled(false, problems, List.of(), List.of(), List.of());
        }
        List<CompileProblem> testProblems = new ArrayList<>();
        var declared = new DeclaredExceptions(order.throwsClauses());
        List<CompiledClass> seen = classes.stream().map(declared::added).toList();
        List<CompiledClass> tests = compile(order.tests(), seen, true, testProblems);
        return new Compiled(false, problems, classes, testProblems, tests);
    }

    private List<CompiledClass> compile(
            List<SourceFile> sources,
            List<CompiledClass> visible,
            boolean libraries,
            List<CompileProblem> problems)
            throws IOException {
        if (sources.isEmpty()) {
            return List.of();
        }
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            if (!libraries) {
                files.setLocation(StandardLocation.CLASS_PATH, List.of());
            }
            MemoryFiles memory = new MemoryFiles(files, visible);
            boolean done =
                    compiler.getTask(
                                    null,
                                    memory,
                                    diagnostic -> note(diagnostic, problems),
                                    OPTIONS,
                                    null,
                                    sources.stream().map(MemorySource::new).toList())
                            .call();
            if (!done && problems.isEmpty()) {
                throw new IllegalStateException("javac failed and did not say why");
            }
            return memory.written();
        }
    }

    private static void note(
            Diagnostic<? extends JavaFileObject> diagnostic, List<CompileProblem> problems) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
            String message = diagnostic.getMessage(Locale.ENGLISH);
            String file = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
            problems.add(
                    new CompileProblem(
                            file,
                            (int) Math.max(0, diagnostic.getLineNumber()),
                            message.substring(0, Math.min(MOST_MESSAGE, message.length()))));
        }
    }
}
