package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Evaluated;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Options;

/**
 * The compiler's side of one session: what it is told it does in order, on one thread at a time.
 *
 * <p>Threading: one thread calls it, the one that reads messages.
 */
final class FrontEnd {

    private final int session;
    private final Options options;
    private final Shared shared;
    private final Outbox out;
    private final SerialQueue queue;
    private volatile Shell shell;
    private volatile boolean dropped;
    private LaneSnippets evaluator;
    private String broken;

    /** What front ends with the same options share. */
    record Shared(Outbox out, PlatformTypes platform, Lanes lanes, CpuWatch watch) {}

    FrontEnd(int session, Options options, Shared shared, SerialQueue queue) {
        this.session = session;
        this.options = options;
        this.shared = shared;
        this.out = shared.out();
        this.queue = queue;
    }

    void open() {
        queue.add(
                () -> {
                    guarded(this::openShell);
                    out.send(new FromCompiler.Opened(session));
                });
    }

    private void openShell() {
        shell = new Shell(session, options, out, shared.platform());
        evaluator = LaneSnippets.of(session, shell, shared.lanes(), shared.platform());
        if (dropped) {
            shell.close();
        }
    }

    void evaluate(ToCompiler.Evaluate cell) {
        queue.add(() -> out.send(evaluated(cell)));
    }

    private Evaluated evaluated(ToCompiler.Evaluate cell) {
        Evaluated[] end = new Evaluated[1];
        guarded(
                () ->
                        end[0] =
                                new CellRun(
                                                session,
                                                cell.run(),
                                                cell.source(),
                                                shell,
                                                evaluator,
                                                out,
                                                shared.watch())
                                        .evaluate());
        return broken == null ? end[0] : new Evaluated(session, cell.run(), Outcome.FAILED, broken);
    }

    void rebuild(ToCompiler.Rebuild history) {
        queue.add(
                () -> {
                    guarded(() -> replay(history));
                    out.send(new FromCompiler.Rebuilt(session, broken));
                });
    }

    private void replay(ToCompiler.Rebuild history) {
        if (history.load()) {
            history.snippets().forEach(snippet -> shell.load(snippet.source()));
            return;
        }
        history.snippets().forEach(this::attach);
        shell.continueAfterAttaching();
    }

    private void attach(ToCompiler.Declared snippet) {
        if (KeptId.is(snippet.id())) {
            evaluator.restore(KeptId.parse(snippet.id()), snippet);
        } else {
            shell.attach(SnippetId.parse(snippet.id()), snippet.source());
        }
    }

    /** Does what may fail in any way: JShell and javac meet any source here. */
    private void guarded(Runnable work) {
        if (broken != null) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            broken = "The compiler could not cope with this: " + e;
        }
    }

    void answer(Reply reply) {
        Shell current = shell;
        if (current != null) {
            current.answer(reply);
        }
    }

    void evict() {
        queue.add(() -> guarded(() -> shell.evict()));
    }

    /** Ends what it does as if the session JVM were gone, and forgets everything. */
    void drop() {
        dropped = true;
        answer(new Reply.Gone());
        queue.add(
                () -> {
                    if (shell != null) {
                        shell.close();
                    }
                });
    }
}
