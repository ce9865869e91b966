package dev.interleave.compiler;

import dev.interleave.wire.Cause;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToCompiler.Options;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * One JShell with everything that belongs to it: its snippets, its imports, its classes in the
 * session JVM.
 *
 * <p>Threading: one thread at a time.
 */
final class Shell implements AutoCloseable {

    private final SnippetIndex index = new SnippetIndex();
    private final LiveClasses classes = new LiveClasses(index);
    private final Traces traces = new Traces(classes);
    private final RemoteExecution execution;
    private final List<File> libraries;
    private final JShell jshell;
    private final Imports imports;
    private StandardJavaFileManager files;

    Shell(int session, Options options, Outbox out, PlatformTypes platform) {
        libraries = jars(options.libraries());
        execution = new RemoteExecution(session, out, classes);
        jshell = open(options);
        classes.use(jshell.sourceCodeAnalysis());
        imports = new Imports(jshell, index, platform);
        imports.begin();
    }

    private JShell open(Options options) {
        return JShell.builder()
                .in(new ByteArrayInputStream(new byte[0]))
                .out(new PrintStream(OutputStream.nullOutputStream()))
                .err(new PrintStream(OutputStream.nullOutputStream()))
                .compilerOptions(compilerOptions(options))
                .fileManager(this::withClassPath)
                .executionEngine(provider(execution), Map.of())
                .tempVariableNameGenerator(index::temporaryName)
                .idGenerator((snippet, key) -> index.install(snippet, key, active(snippet)))
                .build();
    }

    private boolean active(Snippet snippet) {
        return jshell.status(snippet).isActive();
    }

    private static String[] compilerOptions(Options options) {
        List<String> arguments = new ArrayList<>();
        if (options.preview()) {
            arguments.addAll(List.of("--enable-preview", "--source", "25"));
        }
        for (String export : options.exports()) {
            arguments.addAll(List.of("--add-exports", export + "=ALL-UNNAMED"));
        }
        return arguments.toArray(String[]::new);
    }

    /** The lesson's libraries, which are on this JVM's own class path. */
    private static List<File> jars(List<String> names) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .filter(file -> names.contains(file.getName()))
                .toList();
    }

    /** Snippets see the lesson's libraries and nothing else of this JVM's class path. */
    private StandardJavaFileManager withClassPath(StandardJavaFileManager standard) {
        files = standard;
        setClassPath();
        return standard;
    }

    private void setClassPath() {
        try {
            files.setLocation(StandardLocation.CLASS_PATH, libraries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExecutionControlProvider provider(ExecutionControl control) {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "remote";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return control;
            }
        };
    }

    /**
     * What JShell says of a snippet.
     *
     * @param declared what to rebuild, if the front end has changed
     * @param lastReply how the last call ended that it made, or null
     */
    record Evaluated(List<SnippetEvent> events, Optional<Declared> declared, Reply lastReply) {}

    /** Evaluates a snippet that begins in this line of its cell. */
    Evaluated evaluate(String snippet, int line) {
        imports.prepare(snippet);
        int firstClass = classes.next();
        int number = index.nextNumber();
        index.begin(line, false);
        execution.begin();
        List<SnippetEvent> events = jshell.eval(snippet);
        execution.sendLoaded();
        SnippetId id = new SnippetId(firstClass, classes.next() - firstClass, number);
        return new Evaluated(
                events, Declarations.of(events, id.text(), snippet), execution.lastReply());
    }

    /**
     * Evaluates a snippet as it was evaluated once before, without executing anything.
     *
     * @throws IllegalStateException if other classes come of it than at that time
     */
    void attach(SnippetId id, String snippet) {
        classes.continueWith(id.firstClass());
        index.continueWith(id.number());
        replay(snippet, RemoteExecution.Mode.NOTHING);
        int made = classes.next() - id.firstClass();
        if (made != id.classes()) {
            throw new IllegalStateException(made + " classes instead of " + id.classes());
        }
    }

    /** Evaluates a snippet and has its classes loaded, but without executing anything. */
    void load(String snippet) {
        replay(snippet, RemoteExecution.Mode.LOAD);
    }

    private void replay(String snippet, RemoteExecution.Mode mode) {
        execution.use(mode);
        try {
            imports.prepare(snippet);
            index.begin(1, false);
            jshell.eval(snippet);
            execution.sendLoaded();
        } finally {
            execution.use(RemoteExecution.Mode.ALL);
        }
    }

    /** Leaves names for classes that the session JVM may have of snippets that were not told. */
    void continueAfterAttaching() {
        classes.continueWith(classes.next() + 1000);
    }

    boolean stopped() {
        return execution.lastReply() instanceof Reply.Stopped;
    }

    List<Cause> readable(List<Cause> causes) {
        return traces.readable(causes);
    }

    /** What is thrown where a declaration is used that is not resolved yet. */
    Cause unresolvedCause(Reply.Unresolved reply, Unresolved texts) {
        String message =
                reply.stack().stream()
                        .flatMap(frame -> classes.snippetsOf(frame.className()).stream())
                        .map(SnippetIndex.Known::snippet)
                        .filter(s -> Unresolved.is(jshell.status(s)))
                        .findFirst()
                        .map(s -> texts.used((DeclarationSnippet) s))
                        .orElse("attempted to use a declaration that is not resolved yet");
        return new Cause("jdk.jshell.UnresolvedReferenceException", message, reply.stack());
    }

    void answer(Reply reply) {
        execution.answer(reply);
    }

    JShell jshell() {
        return jshell;
    }

    SourceCodeAnalysis analysis() {
        return jshell.sourceCodeAnalysis();
    }

    /**
     * Drops javac's contexts, which are most of the memory. The path does not exist: what is wanted
     * is that JShell begins with new contexts.
     */
    void evict() {
        jshell.addToClasspath("/nothing");
        setClassPath();
    }

    @Override
    public void close() {
        jshell.close();
    }
}
