package dev.interleave.compiler;

import dev.interleave.wire.Cause;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler.Declared;
import dev.interleave.wire.ToCompiler.Options;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

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
    private final Unresolved unresolved;
    private final Outbox out;
    private StandardJavaFileManager files;

    Shell(int session, Options options, Outbox out, PlatformTypes platform) {
        this.out = out;
        libraries = JavacOptions.classPath(options);
        execution = new RemoteExecution(session, out, classes);
        jshell = open(options);
        classes.use(jshell.sourceCodeAnalysis());
        unresolved = new Unresolved(jshell);
        imports = new Imports(jshell, index, platform);
        imports.begin();
    }

    private JShell open(Options options) {
        return Shells.builder(execution)
                .compilerOptions(JavacOptions.of(options).toArray(String[]::new))
                .fileManager(this::withClassPath)
                .tempVariableNameGenerator(index::temporaryName)
                .idGenerator((snippet, key) -> index.install(snippet, key, active(snippet)))
                .build();
    }

    private boolean active(Snippet snippet) {
        return jshell.status(snippet).isActive();
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
        String id = id(firstClass, number);
        Evaluated evaluated =
                new Evaluated(events, Declarations.of(events, id, snippet), execution.lastReply());
        Placeholders.names(events).forEach(this::placeholder);
        return evaluated;
    }

    private void placeholder(String typeName) {
        replay(Placeholders.source(typeName), RemoteExecution.Mode.NOTHING, true);
    }

    private String id(int firstClass, int number) {
        int made = classes.next() - firstClass;
        return new SnippetId(firstClass, made, number, index.nextNumber()).text();
    }

    /** Declares something that the learner did not write, without executing it. */
    Declared declare(String snippet) {
        int firstClass = classes.next();
        int number = index.nextNumber();
        List<SnippetEvent> events = replay(snippet, RemoteExecution.Mode.LOAD, true);
        return Declarations.of(events, id(firstClass, number), snippet)
                .orElseThrow(() -> new IllegalStateException("not accepted: " + snippet));
    }

    /** Loads and runs a snippet that was compiled in the lane under the next class's name. */
    Reply run(LaneCompiler.Ready snippet) {
        classes.advance();
        return execution.run(snippet.classes(), snippet.liveClass());
    }

    void tell(FromCompiler message) {
        out.add(message);
    }

    /**
     * Evaluates a snippet as it was evaluated once before, without executing anything.
     *
     * @throws IllegalStateException if other classes come of it than at that time
     */
    void attach(SnippetId id, String snippet) {
        classes.continueWith(id.firstClass());
        index.continueWith(id.number());
        List<SnippetEvent> events = replay(snippet, RemoteExecution.Mode.NOTHING, false);
        Placeholders.names(events).forEach(this::placeholder);
        index.continueWith(id.nextNumber());
        int made = classes.next() - id.firstClass();
        if (made != id.classes()) {
            throw new IllegalStateException(made + " classes instead of " + id.classes());
        }
    }

    /** Evaluates a snippet and has its classes loaded, but without executing anything. */
    void load(String snippet) {
        replay(snippet, RemoteExecution.Mode.LOAD, false);
    }

    private List<SnippetEvent> replay(String snippet, RemoteExecution.Mode mode, boolean isHidden) {
        RemoteExecution.Mode before = execution.use(mode);
        try {
            imports.prepare(snippet);
            index.begin(1, isHidden);
            List<SnippetEvent> events = jshell.eval(snippet);
            execution.sendLoaded();
            return events;
        } finally {
            execution.use(before);
        }
    }

    /** Nothing reaches the session JVM from now on. */
    void compileOnly() {
        execution.use(RemoteExecution.Mode.NOTHING);
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
    Cause unresolvedCause(Reply.Unresolved reply) {
        String message =
                reply.stack().stream()
                        .flatMap(frame -> classes.snippetsOf(frame.className()).stream())
                        .map(SnippetIndex.Known::snippet)
                        .filter(s -> Unresolved.is(jshell.status(s)))
                        .findFirst()
                        .map(s -> unresolved.used((DeclarationSnippet) s))
                        .orElse("attempted to use a declaration that is not resolved yet");
        return new Cause("jdk.jshell.UnresolvedReferenceException", message, reply.stack());
    }

    /** What names stand for now. */
    SessionNames names() {
        return SessionNames.of(jshell, classes, imports);
    }

    LiveClasses classes() {
        return classes;
    }

    SnippetIndex numbers() {
        return index;
    }

    Unresolved unresolved() {
        return unresolved;
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
