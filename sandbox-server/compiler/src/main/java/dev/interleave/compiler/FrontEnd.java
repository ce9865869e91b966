package dev.interleave.compiler;

import dev.interleave.wire.FromCompiler;
import dev.interleave.wire.FromCompiler.Evaluated;
import dev.interleave.wire.FromCompiler.Outcome;
import dev.interleave.wire.Reply;
import dev.interleave.wire.ToCompiler;
import dev.interleave.wire.ToCompiler.Options;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The compiler's side of one session: what it is told it does in order, on one thread at a time.
 *
 * <p>Threading: the thread that reads messages tells it what to do; any may ask for its {@link
 * #surroundings}.
 */
final class FrontEnd {

    private final int session;
    private final Options options;
    private final Shared shared;
    private final Outbox out;
    private final SerialQueue queue;
    private final ReentrantLock atWork = new ReentrantLock();
    private volatile Shell shell;
    private volatile boolean dropped;
    private LaneSnippets evaluator;
    private String broken;
    private Surroundings known;
    private boolean fresh = true;

    /** What front ends with the same options share. */
    record Shared(Outbox out, PlatformTypes platform, Lanes lanes, CpuWatch watch) {}

    FrontEnd(int session, Options options, Shared shared, SerialQueue queue) {
        this.session = session;
        this.options = options;
        this.shared = shared;
        this.out = shared.out();
        this.queue = queue;
    }

    int session() {
        return session;
    }

    Options options() {
        return options;
    }

    /** What a cell may refer to now, or empty while the front end is at work. */
    Optional<Surroundings> surroundings() {
        if (!atWork.tryLock()) {
            return Optional.empty();
        }
        try {
            if (known == null && evaluator != null && broken == null) {
                known = evaluator.surroundings(fresh);
            }
            return Optional.ofNullable(known);
        } finally {
            atWork.unlock();
        }
    }

    void open() {
        enqueue(
                () -> {
                    guarded(this::openShell);
                    return new FromCompiler.Opened(session);
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
        enqueue(() -> evaluated(cell));
    }

    private Evaluated evaluated(ToCompiler.Evaluate cell) {
        fresh = false;
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
        enqueue(
                () -> {
                    guarded(() -> replay(history));
                    return new FromCompiler.Rebuilt(session, broken);
                });
    }

    private void replay(ToCompiler.Rebuild history) {
        fresh = false;
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

    /** What is told at the end is told when the front end has time again. */
    private void enqueue(Supplier<FromCompiler> task) {
        queue.add(() -> Optional.ofNullable(done(task)).ifPresent(out::send));
    }

    private FromCompiler done(Supplier<FromCompiler> task) {
        atWork.lock();
        try {
            known = null;
            return task.get();
        } finally {
            atWork.unlock();
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
        enqueue(
                () -> {
                    guarded(() -> shell.evict());
                    return null;
                });
    }

    /** Ends what it does as if the session JVM were gone, and forgets everything. */
    void drop() {
        dropped = true;
        answer(new Reply.Gone());
        enqueue(
                () -> {
                    if (shell != null) {
                        shell.close();
                    }
                    return null;
                });
    }
}
