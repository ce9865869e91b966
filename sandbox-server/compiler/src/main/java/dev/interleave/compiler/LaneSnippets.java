package dev.interleave.compiler;

import dev.interleave.compiler.KeptValues.Kept;
import dev.interleave.compiler.LaneCompiler.Ready;
import dev.interleave.compiler.LaneSyntax.Kind;
import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Changed;
import dev.interleave.wire.FromCompiler.Value;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates expressions and statements with one task of javac, where JShell takes five, and leaves
 * to JShell whatever declares something, does not compile, or might mean something else to it.
 */
final class LaneSnippets implements SnippetEvaluator {

    /** Words without which no type is declared. */
    private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

    private final int session;
    private final Shell shell;
    private final SnippetEvaluator jshell;
    private final LaneCompiler compiler;
    private final KeptValues kept = new KeptValues();

    LaneSnippets(int session, Shell shell, SnippetEvaluator jshell, LaneCompiler compiler) {
        this.session = session;
        this.shell = shell;
        this.jshell = jshell;
        this.compiler = compiler;
    }

    /** With JShell behind it. */
    static LaneSnippets of(int session, Shell shell, Lanes lanes, PlatformTypes platform) {
        TypeNames typeNames = new TypeNames(platform);
        return new LaneSnippets(
                session,
                shell,
                new JShellSnippets(session, shell, typeNames),
                new LaneCompiler(shell, lanes, platform, typeNames));
    }

    @Override
    public SnippetResult evaluate(Piece piece, CellSource cell, long run) {
        return tryEvaluate(piece, cell, run).orElseGet(() -> withJShell(piece, cell, run));
    }

    @Override
    public Optional<SnippetResult> tryEvaluate(Piece piece, CellSource cell, long run) {
        Optional<LaneSyntax> syntax = LaneSyntax.of(piece.text());
        if (syntax.isEmpty()) {
            return Optional.empty();
        }
        List<FromCompiler> published = publish(kept.take(syntax.get().words()));
        Optional<Ready> ready = compiler.compile(syntax.get(), piece, cell.line(piece.start()));
        if (ready.isEmpty()) {
            published.forEach(shell::tell);
        }
        return ready.map(r -> run(r, syntax.get(), run).after(published));
    }

    private SnippetResult withJShell(Piece piece, CellSource cell, long run) {
        Set<String> words = Words.of(piece.text());
        List<Kept> needed = new ArrayList<>(kept.take(words));
        if (words.stream().anyMatch(TYPES::contains)) {
            kept.takeOfTypes(words).forEach(value -> needed.add(value.ofAnyType()));
        }
        List<FromCompiler> published = publish(needed);
        SnippetResult result = jshell.evaluate(piece, cell, run);
        compiler.forgetNames();
        return result.after(published);
    }

    private SnippetResult run(Ready ready, LaneSyntax syntax, long run) {
        boolean isNamed = ready.type() != null && syntax.kind() == Kind.EXPRESSION;
        String name = isNamed ? shell.numbers().temporaryName() : syntax.name();
        int classNumber = shell.classes().next();
        Reply reply = shell.run(ready);
        shell.numbers().count();
        List<FromCompiler> events = new ArrayList<>();
        if (isNamed) {
            events.add(keep(new Kept(name, ready.liveClass(), ready.type()), classNumber));
        }
        if (ready.type() != null && reply instanceof Reply.Returned returned) {
            String type = compiler.shown(ready.type());
            events.add(new Value(session, run, name, type, Traces.plain(returned.text())));
        }
        Ending ending = Ending.of(reply, shell);
        ending.tell(session, run, events);
        return SnippetResult.executed(ending, events);
    }

    private FromCompiler keep(Kept value, int classNumber) {
        kept.add(value);
        shell.numbers().reserve(value.name());
        KeptId id = new KeptId(classNumber, shell.numbers().nextNumber());
        return new Changed(
                session,
                new Declared(id.text(), ToCompiler.Kind.VARIABLE, value.name(), value.type()));
    }

    /** Knows a value again that was kept before the front end was rebuilt. */
    void restore(KeptId id, Declared value) {
        shell.classes().continueWith(id.classNumber() + 1);
        shell.numbers().continueWith(id.nextNumber());
        shell.numbers().reserve(value.name());
        kept.add(new Kept(value.name(), id.liveClass(), value.source()));
        compiler.forgetNames();
    }

    /**
     * What a cell may refer to now.
     *
     * @param fresh whether nothing has run yet
     */
    Surroundings surroundings(boolean fresh) {
        return new Surroundings(
                compiler.names(),
                List.copyOf(shell.classes().files()),
                fresh,
                kept.types(),
                Optional.empty());
    }

    /** Declares the values as variables that JShell knows, and copies them there. */
    private List<FromCompiler> publish(List<Kept> values) {
        List<FromCompiler> events = new ArrayList<>();
        for (Kept value : values) {
            Declared declared = shell.declare(value.type() + " " + value.name() + ";");
            compiler.forgetNames();
            compiler.compileCopy(value).ifPresent(shell::run);
            events.add(new Changed(session, declared));
        }
        return events;
    }
}
